import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PageIndex, PageLevel } from '../page-data.ts';
import { ChangeList } from './components/change-list.tsx';
import { FilterBar, toggled } from './components/filter-bar.tsx';
import { GroupTable } from './components/group-table.tsx';
import { HelpDialog } from './components/help-dialog.tsx';
import { PageBar } from './components/page-bar.tsx';
import { ThemeSwitch, useTheme } from './components/theme-switch.tsx';
import { Verdict } from './components/verdict.tsx';
import { ChangeFinder, type Filters, NO_FILTERS } from './data/filters.ts';
import { visible } from './data/visible.ts';
import { useKeys } from './hooks/use-keys.ts';
import { usePrinting } from './hooks/use-printing.ts';

/** A change that the reader goes to; a new object each time, so that going there twice works. */
interface Goal {
  readonly place: number;
  /** Whether it is brought to the top, as after a link, or just into view. */
  readonly isLink: boolean;
}

/** The whole page of a change report. */
export function ReportApp({ index }: { readonly index: PageIndex }) {
  const finder = useMemo(() => new ChangeFinder(index), [index]);
  const levels = useMemo(() => finder.levels(), [finder]);
  const [filters, setFilters] = useState<Filters>(NO_FILTERS);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const [goal, setGoal] = useState<Goal | null>(null);
  const [isHelping, setHelping] = useState(false);
  const [theme, turnTheme] = useTheme();
  const isPrinting = usePrinting();
  const searchRef = useRef<HTMLInputElement>(null);
  const listRef = useRef<HTMLDivElement>(null);
  const found = useMemo(() => finder.find(filters), [finder, filters]);

  useDeepLink(index, (place) => {
    setFilters(NO_FILTERS);
    setOpen((before) => new Set([...before, place]));
    setGoal({ place, isLink: true });
  });
  // At once, so that the next key starts from where this one led.
  useLayoutEffect(() => {
    if (goal !== null) goTo(goal);
  }, [goal]);

  const toggle = useCallback((place: number) => setOpen((before) => toggled(before, place)), []);
  const showOperation = useCallback((operation: string) => {
    setFilters({ ...NO_FILTERS, operation });
    listRef.current?.scrollIntoView();
  }, []);
  const actions = useMemo(
    () => ({ onToggle: toggle, onOperation: showOperation, onLink: addressOf }),
    [toggle, showOperation],
  );
  const step = (by: 1 | -1) => (event: KeyboardEvent) => {
    const here = placeInFocus();
    if (event.key.startsWith('Arrow') && here === null) return;
    event.preventDefault();
    const at = here === null ? -1 : found.indexOf(here);
    const place = found[at === -1 ? 0 : at + by];
    if (place !== undefined) setGoal({ place, isLink: false });
  };
  const only = (level: PageLevel) => () => {
    if (levels.has(level)) setFilters({ ...filters, levels: toggled(filters.levels, level) });
  };
  useKeys({
    j: step(1),
    k: step(-1),
    ArrowDown: step(1),
    ArrowUp: step(-1),
    o: () => {
      const here = placeInFocus();
      if (here !== null) toggle(here);
    },
    '/': (event) => {
      event.preventDefault();
      searchRef.current?.focus();
    },
    '1': only('error'),
    '2': only('warning'),
    '3': only('info'),
    x: () => setFilters(NO_FILTERS),
    t: turnTheme,
    '?': () => setHelping(true),
  });

  return (
    <>
      <a class="skip" href="#changes">
        Skip to the changes
      </a>
      <PageBar title="Change report" trail={index.trail}>
        <ThemeSwitch theme={theme} onTurn={turnTheme} />
        <button
          type="button"
          class="quiet"
          aria-label="Help"
          title="Keys (?)"
          onClick={() => setHelping(true)}
        >
          ?
        </button>
      </PageBar>
      <main>
        <Verdict index={index} />
        <Notes notes={index.notes} />
        {index.groups.length > 0 && (
          <GroupTable
            index={index}
            chosen={filters.group}
            onChoose={(group) => setFilters({ ...filters, group })}
          />
        )}
        {index.changes.length > 0 && (
          <div id="changes" ref={listRef}>
            <FilterBar
              index={index}
              filters={filters}
              levels={levels}
              found={found.length}
              searchRef={searchRef}
              onChange={setFilters}
            />
            {found.length === 0 && <p class="empty">No change matches these filters.</p>}
            <ChangeList
              index={index}
              places={found}
              open={open}
              wanted={goal?.place ?? null}
              isWhole={isPrinting}
              actions={actions}
            />
          </div>
        )}
      </main>
      <HelpDialog isOpen={isHelping} onClose={() => setHelping(false)} />
    </>
  );
}

function Notes({ notes }: { readonly notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <ul class="notes">
      {notes.map((note) => (
        <li key={note}>
          <bdi>{visible(note)}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** Follows the page's address to the change that it names, at the start and whenever it changes. */
function useDeepLink({ changes }: PageIndex, show: (place: number) => void): void {
  useEffect(() => {
    const follow = () => {
      const anchor = location.hash.slice(1);
      if (anchor === '') return;
      const place = changes.findIndex((change) => change[3] === anchor);
      if (place !== -1) show(place);
    };
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
}

/** Makes the address one that leads to a change, without a step in the history, and gives it. */
function addressOf(anchor: string): string {
  history.replaceState(null, '', `#${anchor}`);
  return location.href;
}

function goTo({ place, isLink }: Goal): void {
  const head = document.getElementById(`change-${place}`);
  head?.closest('li')?.scrollIntoView({ block: isLink ? 'start' : 'nearest' });
  head?.focus({ preventScroll: true });
}

function placeInFocus(): number | null {
  const place = document.activeElement?.closest<HTMLElement>('[data-place]')?.dataset.place;
  return place === undefined ? null : Number(place);
}
