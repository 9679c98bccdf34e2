import type { Direction } from '../../src/compare/finding.ts';
import { createRelator, type RelatorOptions } from '../../src/compare/relate/relator.ts';
import type { Relator, Shape, Verdict } from '../../src/compare/relate/shape.ts';
import { childSite, rootSite, type Site } from '../../src/contract/site.ts';
import type { DocumentSet, Json, JsonObject, SpecVersion } from '../../src/read/document.ts';

const FULL_VERSIONS = { '2.0': '2.0', '3.0': '3.0.3', '3.1': '3.1.0', '3.2': '3.2.0' } as const;

/** A document that holds nothing but named schemas. */
export function documentOf(schemas: JsonObject, version: SpecVersion = '3.1'): DocumentSet {
  const full = FULL_VERSIONS[version];
  const named = version === '2.0' ? { swagger: full, definitions: schemas } : { openapi: full };
  const root: JsonObject = { ...named, components: { schemas } };
  const document = { uri: 'api.json', version, format: 'json', text: JSON.stringify(root), root } as const;
  return { root: document, documents: new Map([['api.json', document]]) };
}

/** The place of a named schema. */
export function siteOf(documents: DocumentSet, name = 'Subject'): Site {
  let site: Site | null = rootSite(documents.root);
  for (const key of ['components', 'schemas', name]) site = site === null ? null : childSite(site, key);
  if (site === null) throw new Error(`the document has no schema ${name}`);
  return site;
}

/** What is to be related, beyond the schemas. */
export interface RelationOptions extends Omit<RelatorOptions, 'base' | 'head'> {
  readonly version?: SpecVersion;
  /** The head's version, where it isn't the base's. */
  readonly headVersion?: SpecVersion;
}

/** A base and a head of which the schema `Subject` is compared. */
export interface Relation {
  readonly relator: Relator;
  verdict(direction: Direction): Verdict;
  shape(side: 'base' | 'head', direction: Direction): Shape;
}

/** Sets two sets of named schemas beside each other. */
export function relation(base: JsonObject, head: JsonObject, options: RelationOptions = {}): Relation {
  const { version = '3.1', headVersion = version, ...rest } = options;
  const documents = { base: documentOf(base, version), head: documentOf(head, headVersion) };
  const relator = createRelator({ ...documents, ...rest });
  const sites = { base: siteOf(documents.base), head: siteOf(documents.head) };
  const shape = (side: 'base' | 'head', direction: Direction) => relator.shape(side, direction, sites[side]);
  return {
    relator,
    shape,
    verdict: (direction) => relator.relate(shape('base', direction), shape('head', direction), direction),
  };
}

/** The verdict on two schemas that refer to nothing. */
export function verdictOn(
  base: Json,
  head: Json,
  direction: Direction,
  options: RelationOptions = {},
): Verdict {
  return relation({ Subject: base }, { Subject: head }, options).verdict(direction);
}
