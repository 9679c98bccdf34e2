import { count } from '@xano-specs/report/words';
import type { PageVersion } from '../../page-data.ts';
import { percentOf } from '../data/coverage.ts';
import { dayText } from '../data/dates.ts';

/** The size of a drawing, in its own units: it is as wide as its column. */
const WIDTH = 600;
const HEIGHT = 96;
const MARGIN = 6;

/** A value at a time. */
interface Point {
  readonly time: number;
  readonly value: number;
  readonly words: string;
}

/** Three drawings over the same time: operations, breaking changes, and how much is described. */
export function Charts({ versions }: { readonly versions: readonly PageVersion[] }) {
  const inOrder = versions.toReversed();
  const points = (value: (version: PageVersion) => number | null, words: (value: number) => string) =>
    inOrder.flatMap((version): Point[] => {
      const found = value(version);
      if (found === null) return [];
      const said = `${version.version}, ${dayText(version.at)}: ${words(found)}`;
      return [{ time: Date.parse(version.at), value: found, words: said }];
    });
  const operations = points(
    (version) => version.operations,
    (value) => count(value, 'operation'),
  );
  const breaking = points(
    ({ counts }) => counts?.error ?? 0,
    (value) => count(value, 'breaking change'),
  );
  const described = points(percentOf, (value) => `${value} % described`);
  const last = (list: readonly Point[]) => list.at(-1)?.value ?? 0;
  const sum = breaking.reduce((total, { value }) => total + value, 0);
  return (
    <section class="charts" aria-labelledby="charts">
      <h2 id="charts" class="unseen">
        Over time
      </h2>
      <Chart
        title="Operations"
        now={last(operations).toLocaleString('en-US')}
        points={operations}
        kind="line"
      />
      <Chart
        title="Breaking changes"
        now={`${sum.toLocaleString('en-US')} in all`}
        points={breaking}
        kind="bars"
      />
      <Chart
        title="Described"
        now={described.length === 0 ? '–' : `${last(described)} %`}
        points={described}
        kind="line"
        most={100}
      />
    </section>
  );
}

function Chart({
  title,
  now,
  points,
  kind,
  most,
}: {
  readonly title: string;
  readonly now: string;
  readonly points: readonly Point[];
  readonly kind: 'line' | 'bars';
  readonly most?: number;
}) {
  const place = placed(points, most);
  const [first, last] = [points[0], points.at(-1)];
  return (
    <figure class={`chart chart-${kind}`}>
      <figcaption>
        <span>{title}</span> <strong>{now}</strong>
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${title}: ${now}. ${spoken(points)}`}
      >
        <line class="ground" x1="0" x2={WIDTH} y1={HEIGHT - 1} y2={HEIGHT - 1} />
        {kind === 'line' ? <Steps places={place} /> : <Bars places={place} />}
      </svg>
      <p class="ends" aria-hidden="true">
        <span>{first === undefined ? '' : dayText(new Date(first.time).toISOString())}</span>
        <span>
          {last === undefined || points.length === 1 ? '' : dayText(new Date(last.time).toISOString())}
        </span>
      </p>
    </figure>
  );
}

/** What the drawing says, for those who don't see it; the table below it has every value. */
function spoken(points: readonly Point[]): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return 'Nothing yet.';
  return points.length === 1 ? first.words : `From ${first.words} to ${last.words}`;
}

interface Place extends Point {
  readonly x: number;
  readonly y: number;
}

/** Where points stand: in their order, even where the clock of one commit was behind that of another. */
function placed(points: readonly Point[], most: number | undefined): Place[] {
  const times: number[] = [];
  for (const { time } of points) times.push(Math.max(time, times.at(-1) ?? time));
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const top = most ?? Math.max(1, ...points.map(({ value }) => value));
  const inside = WIDTH - 2 * MARGIN;
  return points.map((point, index) => ({
    ...point,
    x: to === from ? WIDTH / 2 : MARGIN + (inside * ((times[index] ?? from) - from)) / (to - from),
    y: HEIGHT - 1 - ((HEIGHT - 2 * MARGIN) * point.value) / top,
  }));
}

/** A value holds until the next one: the line goes in steps. */
function Steps({ places }: { readonly places: readonly Place[] }) {
  const [first, ...rest] = places;
  if (first === undefined) return null;
  const line = `M0 ${first.y}H${first.x}${rest.map(({ x, y }) => `H${round(x)}V${round(y)}`).join('')}H${WIDTH}`;
  return (
    <>
      <path class="area" d={`${line}V${HEIGHT}H0Z`} />
      <path class="line" d={line} vectorEffect="non-scaling-stroke" />
      {places.map(({ x, words }) => (
        <rect key={words} class="touch" x={round(x - 5)} y="0" width="10" height={HEIGHT}>
          <title>{words}</title>
        </rect>
      ))}
    </>
  );
}

function Bars({ places }: { readonly places: readonly Place[] }) {
  return (
    <>
      {places
        .filter(({ value }) => value > 0)
        .map(({ x, y, words }) => (
          <path
            key={words}
            class="bar-line"
            d={`M${round(x)} ${HEIGHT - 1}V${round(y)}`}
            vectorEffect="non-scaling-stroke"
          >
            <title>{words}</title>
          </path>
        ))}
    </>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
