import type { DocumentSet, Json, SpecDocument } from '../read/document.ts';
import { resolveUri, splitFragment } from '../read/uri.ts';
import { childSite, rootSite, type Site } from './site.ts';

/** The schema resources and anchors that a set of documents names, by URI. */
interface Identifiers {
  /** By `$id` or `$self`, resolved. */
  readonly resources: ReadonlyMap<string, Site>;
  /** By the resource's URI and the anchor's name: `uri#name`. */
  readonly anchors: ReadonlyMap<string, Site>;
}

const NAMING_KEYWORDS = ['$id', '$anchor', '$dynamicAnchor', '$self'];

const naming = new WeakMap<SpecDocument, boolean>();
const indexes = new WeakMap<DocumentSet, Identifiers>();

/**
 * Whether anything in a document has a name of its own. Only OpenAPI 3.1 and later know
 * `$id` and anchors, and few documents use them, so that a look at the text spares the walk.
 */
export function namesThings(document: SpecDocument): boolean {
  if (document.version === '2.0' || document.version === '3.0') return false;
  let known = naming.get(document);
  if (known === undefined) {
    known = NAMING_KEYWORDS.some((keyword) => document.text.includes(keyword));
    naming.set(document, known);
  }
  return known;
}

/** The URI that relative references below a site start from: the nearest `$id` around it, else `$self` or the file. */
export function baseUriOf(site: Site): string {
  const identifiers: string[] = [];
  for (let at: Site | null = site; at !== null; at = at.parent) {
    const identifier = textAt(at.raw, at.parent === null ? '$self' : '$id');
    if (identifier !== null) identifiers.push(splitFragment(identifier).uri);
  }
  return identifiers.reduceRight(resolveUri, site.document.uri);
}

/** The resources and anchors of a set, indexed when first asked for. */
export function identifiersOf(documents: DocumentSet): Identifiers {
  let index = indexes.get(documents);
  if (index === undefined) {
    index = buildIndex(documents);
    indexes.set(documents, index);
  }
  return index;
}

function buildIndex(documents: DocumentSet): Identifiers {
  const resources = new Map<string, Site>();
  const anchors = new Map<string, Site>();
  for (const document of documents.documents.values()) {
    if (namesThings(document)) indexDocument(document, resources, anchors);
  }
  return { resources, anchors };
}

function indexDocument(
  document: SpecDocument,
  resources: Map<string, Site>,
  anchors: Map<string, Site>,
): void {
  // YAML aliases make one value stand in several places: each is entered once.
  const seen = new Set<Json>();
  const pending = [{ site: rootSite(document), base: document.uri }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { site } = next;
    if (site.raw === null || typeof site.raw !== 'object' || seen.has(site.raw)) continue;
    seen.add(site.raw);
    const identifier = textAt(site.raw, site.parent === null ? '$self' : '$id');
    const base = identifier === null ? next.base : resolveUri(next.base, splitFragment(identifier).uri);
    if (identifier !== null && !resources.has(base)) resources.set(base, site);
    for (const keyword of ['$anchor', '$dynamicAnchor']) {
      const name = textAt(site.raw, keyword);
      if (name !== null && !anchors.has(`${base}#${name}`)) anchors.set(`${base}#${name}`, site);
    }
    for (const key of Object.keys(site.raw)) {
      const child = childSite(site, key);
      if (child !== null) pending.push({ site: child, base });
    }
  }
}

function textAt(raw: Json, key: string): string | null {
  if (raw === null || typeof raw !== 'object' || !Object.hasOwn(raw, key)) return null;
  const value = (raw as Record<string, Json>)[key];
  return typeof value === 'string' ? value : null;
}
