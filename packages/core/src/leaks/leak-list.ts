import { shownPointer } from '../snapshot/document/json.ts';
import { MAX_LEAKS_PER_DOCUMENT } from '../snapshot/limits.ts';
import type { Finding } from './detectors/detector.ts';
import type { FoundLeaks, Leak } from './leak.ts';

/**
 * The leaks of a document as they are found. All are counted, and the first are kept: the places of a
 * hostile document's leaks would together be many times as long as the document.
 */
export class LeakList {
  readonly #leaks: Leak[] = [];
  #count = 0;

  /** Takes what was found in the string to which the keys lead. */
  add(findings: readonly Finding[], keys: readonly (string | number)[]): void {
    this.#count += findings.length;
    for (const finding of findings.slice(0, MAX_LEAKS_PER_DOCUMENT - this.#leaks.length))
      this.#leaks.push(leakOf(finding, keys));
  }

  found(): FoundLeaks {
    return { leaks: this.#leaks, leakCount: this.#count };
  }
}

/** A finding as it is reported. */
function leakOf({ kind, parameter, preview }: Finding, keys: readonly (string | number)[]): Leak {
  const shown = parameter === undefined ? preview : `${parameter}=${preview}`;
  return { kind, pointer: shownPointer(keys), preview: shown };
}
