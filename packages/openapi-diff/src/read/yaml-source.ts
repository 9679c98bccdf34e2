import type { Event } from 'js-yaml';
import type { SpecDocument } from './document.ts';
import type { Part } from './written-parts.ts';

/** What was learnt of a YAML text while it was read, by which positions are found without reading it again. */
export type YamlSource =
  /** What the parser told, piece by piece, with offsets into the text. */
  | { readonly kind: 'events'; readonly events: readonly Event[] }
  /** The stretches that were read one by one. */
  | { readonly kind: 'parts'; readonly parts: readonly Part[] };

const sources = new WeakMap<SpecDocument, YamlSource>();

/** Keeps what was learnt of a document. */
export function keepSource(document: SpecDocument, source: YamlSource): void {
  sources.set(document, source);
}

/** What was kept of a document, or null. */
export function keptSource(document: SpecDocument): YamlSource | null {
  return sources.get(document) ?? null;
}
