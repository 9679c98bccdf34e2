import type { Answer } from './worker.ts';

/** What is known of the tests. */
export type Baseline = Answer & { readonly kind: 'baseline' };

/** The tests beside a mutant's source together, in processor time, and all others; those beyond are not asked. */
const MOST_TIME_BESIDE = 8_000;
const MOST_TIME = 3_000;
/** The tests of a part of the source, which are asked first. */
const BESIDE: readonly (readonly [source: RegExp, tests: RegExp])[] = [
  [/^src\/compare\/explain\//, /^test\/explain\//],
  [/^src\/compare\/relate\//, /^test\/relate\//],
  [/^src\/compare\/pattern\//, /^test\/pattern\//],
  [
    /^src\/compare\/[^/]*$|^src\/compare\/(?:lockstep|parameters|security)/,
    /^test\/(?:compare\/(?!examples)|diff|traps|group)/,
  ],
  [
    /^src\/classify\/(?:checks\/|family|check\.|catalogue)/,
    /^test\/(?:classify\/(?:check-pages|listed)|compare\/(?:examples|sentences))/,
  ],
  [/^src\/classify\//, /^test\/classify\//],
];
/** Each file has its turn for as long as every other, with its quickest tests first. */
function inTurns(tests: Iterable<number>, { times, files }: Baseline, most: number): number[] {
  const byTime = [...tests].sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0));
  const spent = new Map<string, number>();
  const turns = byTime.map((index) => {
    const file = files[index] ?? '';
    const until = (spent.get(file) ?? 0) + (times[index] ?? 0);
    spent.set(file, until);
    return { index, until };
  });
  let time = 0;
  return turns
    .sort((a, b) => a.until - b.until)
    .map(({ index }) => index)
    .filter((index) => {
      time += times[index] ?? 0;
      return time <= most;
    });
}

/** Those of the tests that may notice a mutant of a file which are asked, in order. */
export function inOrder(may: readonly number[], file: string, baseline: Baseline): number[] {
  const [, beside] = BESIDE.find(([source]) => source.test(file)) ?? [];
  const { near = [], far = [] } = Object.groupBy(may, (index) =>
    beside?.test(baseline.files[index] ?? '') === true ? 'near' : 'far',
  );
  return [...inTurns(near, baseline, MOST_TIME_BESIDE), ...inTurns(far, baseline, MOST_TIME)];
}
