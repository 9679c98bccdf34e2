import {
  EVENT_ID,
  type Event,
  getScalarValue,
  load,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
} from 'js-yaml';
import type { SpecDocument } from './document.ts';
import type { Wanted } from './positions-wanted.ts';
import type { Part } from './written-parts.ts';
import { keyStart } from './yaml-members.ts';
import { keptSource } from './yaml-source.ts';

/**
 * Writes the positions of everything wanted that stands in a YAML document into the tree. What
 * stands behind an alias is found at its anchor, where it is written.
 */
export function locateYaml(document: SpecDocument, root: Wanted): void {
  const offsets = new Map<Wanted, number>();
  const { text } = document;
  const source = keptSource(document);
  if (source?.kind === 'parts') locateParts(text, source.parts, root, offsets);
  else locateEvents(text, source?.events ?? eventsOf(text), root, offsets);
  writePositions(text, offsets);
}

function eventsOf(text: string): readonly Event[] {
  return parseEvents(text, { maxDepth: Number.POSITIVE_INFINITY });
}

function locateEvents(
  text: string,
  events: readonly Event[],
  root: Wanted,
  offsets: Map<Wanted, number>,
): void {
  new EventWalker(text, events, offsets).run(root);
}

/** Of a text that was read in parts, only those that hold something wanted are looked into. */
function locateParts(
  text: string,
  parts: readonly Part[],
  wanted: Wanted,
  offsets: Map<Wanted, number>,
): void {
  const [first] = parts;
  if (first !== undefined && !offsets.has(wanted)) offsets.set(wanted, keyStart(text, first));
  for (const part of parts) {
    const child = wanted.children.get(part.name);
    if (child === undefined) continue;
    offsets.set(child, keyStart(text, part));
    if (child.children.size === 0) continue;
    if (part.parts !== null) {
      locateParts(text, part.parts, child, offsets);
      continue;
    }
    const source = text.slice(part.start, part.end);
    const within = new Map<Wanted, number>();
    const around = { children: new Map([[part.name, child]]), position: null };
    locateEvents(source, eventsOf(source), around, within);
    for (const [one, offset] of within) if (one !== around) offsets.set(one, part.start + offset);
  }
}

/** A node that holds something wanted, still to be looked into. */
interface Visit {
  readonly at: number;
  readonly wanted: Wanted;
}

class EventWalker {
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #offsets: Map<Wanted, number>;
  /** The event that each anchor stands at, as far as the document was read when the alias is met. */
  readonly #anchors = new Map<string, number[]>();
  readonly #visits: Visit[] = [];

  constructor(text: string, events: readonly Event[], offsets: Map<Wanted, number>) {
    this.#text = text;
    this.#events = events;
    this.#offsets = offsets;
  }

  run(root: Wanted): void {
    this.#findAnchors();
    const start = this.#events[0]?.type === EVENT_ID.DOCUMENT ? 1 : 0;
    const first = this.#events[start];
    if (first === undefined) return;
    this.#offsets.set(root, Math.max(0, startOf(first)));
    this.#visits.push({ at: start, wanted: root });
    for (let visit = this.#visits.pop(); visit !== undefined; visit = this.#visits.pop()) this.#visit(visit);
  }

  #findAnchors(): void {
    this.#events.forEach((event, index) => {
      if (!('anchorStart' in event) || event.anchorStart < 0 || event.type === EVENT_ID.ALIAS) return;
      const name = this.#text.slice(event.anchorStart, event.anchorEnd);
      const places = this.#anchors.get(name);
      if (places === undefined) this.#anchors.set(name, [index]);
      else places.push(index);
    });
  }

  #visit({ at, wanted }: Visit): void {
    if (wanted.children.size === 0) return;
    const target = this.#follow(at);
    const type = this.#events[target]?.type;
    if (type === EVENT_ID.MAPPING) this.#mapping(target, wanted);
    else if (type === EVENT_ID.SEQUENCE) this.#sequence(target, wanted);
  }

  /** The node that an alias stands for; any other node itself. */
  #follow(at: number): number {
    const event = this.#events[at];
    if (event?.type !== EVENT_ID.ALIAS) return at;
    const name = this.#text.slice(event.anchorStart, event.anchorEnd);
    return this.#anchors.get(name)?.findLast((index) => index < at) ?? at;
  }

  #mapping(start: number, wanted: Wanted): void {
    const merges: number[] = [];
    for (let at = start + 1; this.#isOpen(at); ) {
      const key = this.#events[at];
      const value = this.#behind(at);
      if (key?.type === EVENT_ID.SCALAR) {
        const child = this.#childFor(key, wanted);
        if (child !== undefined) this.#found(child, startOf(key), value);
        else if (key.style === SCALAR_STYLE.PLAIN && getScalarValue(this.#text, key) === '<<')
          merges.push(value);
      }
      at = this.#behind(value);
    }
    for (const merge of merges) this.#merge(merge, wanted);
  }

  /** What `<<` brings in counts where the mapping has no such key of its own; of several, the first. */
  #merge(at: number, wanted: Wanted): void {
    const missing = new Map([...wanted.children].filter(([, child]) => !this.#offsets.has(child)));
    if (missing.size === 0) return;
    const target = this.#follow(at);
    if (this.#events[target]?.type === EVENT_ID.MAPPING) {
      this.#mapping(target, { children: missing, position: null });
    } else if (this.#events[target]?.type === EVENT_ID.SEQUENCE) {
      for (let item = target + 1; this.#isOpen(item); item = this.#behind(item)) this.#merge(item, wanted);
    }
  }

  #sequence(start: number, wanted: Wanted): void {
    let at = start + 1;
    for (let index = 0; this.#isOpen(at); index += 1) {
      const child = wanted.children.get(String(index));
      const item = this.#events[at];
      if (child !== undefined && item !== undefined) this.#found(child, startOf(item), at);
      at = this.#behind(at);
    }
  }

  #isOpen(at: number): boolean {
    const event = this.#events[at];
    return event !== undefined && event.type !== EVENT_ID.POP;
  }

  #found(child: Wanted, offset: number, value: number): void {
    if (offset >= 0) this.#offsets.set(child, offset);
    this.#visits.push({ at: value, wanted: child });
  }

  /** The child that a key names. Keys that aren't text, such as `200:`, are named by what they mean. */
  #childFor(key: ScalarEvent, wanted: Wanted): Wanted | undefined {
    const text = getScalarValue(this.#text, key);
    const exact = wanted.children.get(text);
    if (exact !== undefined || key.style !== SCALAR_STYLE.PLAIN || !/^(?:$|[-+.~\dnNtTfF])/.test(text))
      return exact;
    return wanted.children.get(String(text === '' ? null : load(text)));
  }

  /** The event behind a whole node. */
  #behind(start: number): number {
    let depth = 0;
    for (let at = start; at < this.#events.length; at += 1) {
      const type = this.#events[at]?.type;
      if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth += 1;
      else if (type === EVENT_ID.POP) depth -= 1;
      if (depth === 0) return at + 1;
    }
    return this.#events.length;
  }
}

/** Where a node is written: its own text, behind any anchor and tag; -1 for one that is left empty. */
function startOf(event: Event): number {
  switch (event.type) {
    case EVENT_ID.SCALAR: {
      const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
      return quoted && event.valueStart >= 0 ? event.valueStart - 1 : event.valueStart;
    }
    case EVENT_ID.MAPPING:
    case EVENT_ID.SEQUENCE:
      return event.start;
    case EVENT_ID.ALIAS:
      return event.anchorStart - 1;
    default:
      return -1;
  }
}

function writePositions(text: string, offsets: ReadonlyMap<Wanted, number>): void {
  let line = 1;
  let lineStart = 0;
  for (const [wanted, offset] of [...offsets].sort(([, a], [, b]) => a - b)) {
    for (
      let end = text.indexOf('\n', lineStart);
      end !== -1 && end < offset;
      end = text.indexOf('\n', lineStart)
    ) {
      line += 1;
      lineStart = end + 1;
    }
    wanted.position = { line, column: offset - lineStart + 1 };
  }
}
