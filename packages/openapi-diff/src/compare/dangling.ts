import { followRefs, isRefProblem, resolveReference } from '../contract/refs.ts';
import { childSite, pointerOf, type Site } from '../contract/site.ts';
import type { DocumentSet, Json } from '../read/document.ts';
import { DATA_KEYS, NAME_MAPS } from '../read/external-refs.ts';

/** A reference that leads nowhere, or back to itself. */
export interface DanglingRef {
  /** The object that holds it. */
  readonly site: Site;
  readonly ref: string;
  /** One clause in plain words. */
  readonly message: string;
}

interface Reference {
  readonly site: Site;
  readonly keyword: string;
  readonly ref: string;
}

const REFERENCES = ['$ref', '$dynamicRef', '$recursiveRef'];

/** Finds what references lead to from parts of a document; each part is looked through once. */
export class DanglingRefs {
  readonly #documents: DocumentSet;
  readonly #known = new Map<Json, readonly Reference[]>();

  constructor(documents: DocumentSet) {
    this.#documents = documents;
  }

  /** The references that lead nowhere, from some parts and all that they refer to. */
  from(parts: readonly Site[]): readonly DanglingRef[] {
    const found: DanglingRef[] = [];
    const seen = new Set<Json>();
    const pending = [...parts];
    for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
      if (seen.has(part.raw)) continue;
      seen.add(part.raw);
      for (const { site, keyword, ref } of this.#referencesOf(part)) {
        const target = resolveReference(site, ref, this.#documents);
        // A chain of references may end nowhere though each leads somewhere: in itself.
        const end = keyword === '$ref' && !isRefProblem(target) ? followRefs(site, this.#documents) : target;
        if (isRefProblem(end) && end.ref === ref) found.push({ site, ref, message: end.message });
        if (!isRefProblem(target)) pending.push(target);
      }
    }
    return found.sort((a, b) => (pointerOf(a.site) < pointerOf(b.site) ? -1 : 1));
  }

  #referencesOf(part: Site): readonly Reference[] {
    let references = this.#known.get(part.raw);
    if (references === undefined) {
      references = referencesIn(part);
      this.#known.set(part.raw, references);
    }
    return references;
  }
}

/** The references in a part, those in data left out. */
function referencesIn(part: Site): readonly Reference[] {
  const found: Reference[] = [];
  const pending: { site: Site; areNames: boolean }[] = [{ site: part, areNames: false }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { site, areNames } = next;
    const { raw } = site;
    if (raw === null || typeof raw !== 'object') continue;
    const isList = Array.isArray(raw);
    for (const key of Object.keys(raw)) {
      if (!isList && !areNames && isNoPart(key)) continue;
      const child = childSite(site, key);
      if (child === null) continue;
      if (!areNames && REFERENCES.includes(key) && typeof child.raw === 'string') {
        found.push({ site, keyword: key, ref: child.raw });
      }
      pending.push({ site: child, areNames: !isList && !areNames && NAME_MAPS.has(key) });
    }
  }
  return found;
}

function isNoPart(key: string): boolean {
  return DATA_KEYS.has(key) || key.startsWith('x-');
}
