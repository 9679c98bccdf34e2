import { PAGE_LEVELS, type PageChange, type PageIndex, type PageLevel } from '../../page-data.ts';

/** What of the changes is shown. */
export interface Filters {
  /** The levels that are shown; all of them where it is empty. */
  readonly levels: ReadonlySet<PageLevel>;
  /** Part of an operation's name, or all of it. */
  readonly operation: string;
  /** The place of a group; null for all. */
  readonly group: number | null;
  /** Words that a change must hold, each of them anywhere. */
  readonly text: string;
}

/** Shows everything. */
export const NO_FILTERS: Filters = { levels: new Set(), operation: '', group: null, text: '' };

/** Whether anything is left out. */
export function isFiltering({ levels, operation, group, text }: Filters): boolean {
  return levels.size > 0 || operation.trim() !== '' || group !== null || text.trim() !== '';
}

/** Finds changes; what is searched is worked out once, at the first search. */
export class ChangeFinder {
  readonly #index: PageIndex;
  #texts: readonly string[] | null = null;
  #operations: readonly string[] | null = null;

  constructor(index: PageIndex) {
    this.#index = index;
  }

  /** The places of the changes that pass, in their order. */
  find(filters: Filters): number[] {
    const { changes } = this.#index;
    const words = filters.text.toLowerCase().split(/\s+/).filter(Boolean);
    const byOperation = this.#operationsWith(filters.operation);
    const inWords = words.map((word) => ({ word, operations: this.#operationsWith(word) }));
    const texts = words.length === 0 ? [] : this.#allTexts();
    const passes = (change: PageChange, place: number): boolean => {
      const [level, , , , group, operations] = change;
      if (filters.levels.size > 0 && !filters.levels.has(PAGE_LEVELS[level] ?? 'info')) return false;
      if (filters.group !== null && group !== filters.group) return false;
      if (byOperation !== null && !operations.some((one) => byOperation.has(one))) return false;
      return inWords.every(
        ({ word, operations: named }) =>
          texts[place]?.includes(word) || (named !== null && operations.some((one) => named.has(one))),
      );
    };
    return changes.flatMap((change, place) => (passes(change, place) ? [place] : []));
  }

  /** How many changes of each level there are in all. */
  levels(): ReadonlyMap<PageLevel, number> {
    const counts = new Map<PageLevel, number>();
    for (const [number] of this.#index.changes) {
      const level = PAGE_LEVELS[number] ?? 'info';
      counts.set(level, (counts.get(level) ?? 0) + 1);
    }
    return counts;
  }

  #operationsWith(text: string): ReadonlySet<number> | null {
    const wanted = text.trim().toLowerCase();
    if (wanted === '') return null;
    this.#operations ??= this.#index.operations.map((name) => name.toLowerCase());
    return new Set(this.#operations.flatMap((name, place) => (name.includes(wanted) ? [place] : [])));
  }

  #allTexts(): readonly string[] {
    const { changes, checks, groups } = this.#index;
    this.#texts ??= changes.map(([, cause, check, anchor, group]) =>
      [cause, checks[check]?.id, anchor, groups[group]?.name].join('\n').toLowerCase(),
    );
    return this.#texts;
  }
}
