import type { Event } from 'js-yaml';
import type { SpecDocument } from './document.ts';

/** What the parser told of a YAML text, piece by piece, with offsets into the text. */
export type YamlEvents = readonly Event[];

const eventsOf = new WeakMap<SpecDocument, YamlEvents>();

/** Keeps what the parser told of a document, so that its positions cost no second parse. */
export function keepEvents(document: SpecDocument, events: YamlEvents): void {
  eventsOf.set(document, events);
}

/** What was kept of a document, or null. */
export function keptEvents(document: SpecDocument): YamlEvents | null {
  return eventsOf.get(document) ?? null;
}
