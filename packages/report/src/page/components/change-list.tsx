import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { PAGE_LEVELS, type PageIndex, type PageLevel } from '../../page-data.ts';
import { useNear } from '../hooks/use-near.ts';
import { type CardActions, ChangeCard } from './change-card.tsx';

/** How many changes are rendered together: so few that it fits between two frames. */
const TOGETHER = 10;

/** How many are there at once: more than a window shows. */
const FIRST = 30;

/** What a change is taken to need, in pixels, until it has been seen. */
const GUESSED_HEIGHT = 68;

/** What of a list is shown, and how. */
interface Shown {
  readonly index: PageIndex;
  readonly open: ReadonlySet<number>;
  /** A change that must be there, wherever it is, because the reader goes to it. */
  readonly wanted: number | null;
  /** Whether all must be there, because the page is printed. */
  readonly isWhole: boolean;
  readonly actions: CardActions;
}

const TITLES: Readonly<Record<PageLevel, string>> = {
  error: 'Breaking',
  warning: 'Warnings',
  info: 'Safe',
  accepted: 'Accepted',
};

/** Changes by level. Only those near to what is seen are rendered; the others keep their room. */
export function ChangeList({ places, ...shown }: Shown & { readonly places: readonly number[] }) {
  const sections = useMemo(() => sectionsOf(shown.index, places), [shown.index, places]);
  return (
    <>
      {sections.map(({ level, blocks, count, before }) => (
        <section key={level} class="level" aria-labelledby={`level-${level}`}>
          <h2 id={`level-${level}`}>
            {TITLES[level]} <span class="h-count">{count.toLocaleString('en-US')}</span>
          </h2>
          <div class="sheet">
            {blocks.map((block, number) => (
              <Block key={block[0]} places={block} isFirst={before + number * TOGETHER < FIRST} {...shown} />
            ))}
          </div>
        </section>
      ))}
    </>
  );
}

function sectionsOf({ changes }: PageIndex, places: readonly number[]) {
  let before = 0;
  return PAGE_LEVELS.flatMap((level, number) => {
    const own = places.filter((place) => changes[place]?.[0] === number);
    if (own.length === 0) return [];
    const blocks = Array.from({ length: Math.ceil(own.length / TOGETHER) }, (_, block) =>
      own.slice(block * TOGETHER, (block + 1) * TOGETHER),
    );
    before += own.length;
    return [{ level, blocks, count: own.length, before: before - own.length }];
  });
}

function Block({
  places,
  isFirst,
  index,
  open,
  wanted,
  isWhole,
  actions,
}: Shown & { readonly places: readonly number[]; readonly isFirst: boolean }) {
  const ref = useRef<HTMLOListElement>(null);
  const height = useRef(places.length * GUESSED_HEIGHT);
  const isNear = useNear(ref, isFirst);
  const isThere = isNear || isWhole || (wanted !== null && places.includes(wanted));
  useLayoutEffect(() => {
    // Once it is far away again, it keeps the room that it had.
    if (isThere && ref.current !== null) height.current = ref.current.offsetHeight;
  });
  return (
    <ol class="block" ref={ref} style={{ minHeight: isThere ? 'auto' : `${height.current}px` }}>
      {isThere &&
        places.map((place) => (
          <ChangeCard key={place} index={index} place={place} isOpen={open.has(place)} actions={actions} />
        ))}
    </ol>
  );
}
