import { useKeys } from '@xano-specs/report/page/hooks/use-keys.ts';

/** What an entry of a page lies in: what has the focus there counts as its. */
const AROUND = 'li, tr';

/** Lets `j` and `k` move the focus to the next entry of a page, or to the one before. */
export function useSteps(selector: string): void {
  useKeys({ j: step(selector, 1), k: step(selector, -1) });
}

function step(selector: string, by: 1 | -1): (event: KeyboardEvent) => void {
  return (event) => {
    const entries = [...document.querySelectorAll<HTMLElement>(selector)];
    const focused = document.activeElement;
    const here = entries.findIndex((entry) => (entry.closest(AROUND) ?? entry).contains(focused));
    const next = here === -1 ? entries[0] : entries[here + by];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  };
}
