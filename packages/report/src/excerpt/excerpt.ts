import type { Json } from '@xano-specs/openapi-diff';
import { NEIGHBOURS, UNCHANGED_SHOWN } from '../limits.ts';
import { addDifference, keysOfBoth, moreText, type Pair } from './differ.ts';
import { frameOf } from './frame.ts';
import { isAnnotation, isCompanion, isMap } from './keywords.ts';
import { childOf, isEqual, isObject, stepsOf, valueAt } from './pointer.ts';
import type { Row } from './row.ts';
import { RowList } from './row-list.ts';
import { foldedText, keyText } from './value-text.ts';

/** A place of a document; null on a side where there is none. */
export interface ExcerptSide {
  /** The root of the file that holds the place. */
  readonly root: Json;
  readonly pointer: string | null;
}

/** The steps from what is shown to the place on each side; null on a side that has no such place. */
interface Way {
  readonly base: readonly string[] | null;
  readonly head: readonly string[] | null;
}

/**
 * A place of two documents as lines side by side: the schema around it, folded but for the way
 * to the place, and the place itself, with all that differs there marked. What else differs
 * around it is shown and not marked, but for the name of the place in `required`.
 *
 * @param redact takes out of a line what must not be shown
 */
export function excerptOf(
  base: ExcerptSide | null,
  head: ExcerptSide | null,
  redact: (text: string) => string = (text) => text,
): readonly Row[] {
  const before = framed(base);
  const after = framed(head);
  // A side without the place may still have what is around it, in the same spot.
  const frame = after?.frame ?? before?.frame ?? [];
  const pair: Pair = {
    base: before === null ? valueAt(base?.root, frame) : before.value,
    head: after === null ? valueAt(head?.root, frame) : after.value,
  };
  const rows = new RowList(redact);
  const labels = { base: labelOf(before?.frame ?? frame), head: labelOf(after?.frame ?? frame) };
  const way = { base: before?.way ?? null, head: after?.way ?? null };
  addAlong(rows, labels, 0, pair, way, frame.at(-1) ?? null);
  return rows.done();
}

/** What the frame is called; an item of a list has no name. */
function labelOf(frame: readonly string[]): string | null {
  const name = frame.at(-1);
  return name === undefined || /^\d+$/.test(name) ? null : name;
}

function framed(side: ExcerptSide | null) {
  if (side === null || side.pointer === null) return null;
  const steps = stepsOf(side.pointer);
  const length = frameOf(steps);
  const frame = steps.slice(0, length);
  return { frame, way: steps.slice(length), value: valueAt(side.root, frame) };
}

/** What a value is called on each side. */
interface Labels {
  readonly base: string | null;
  readonly head: string | null;
}

const NO_LABELS: Labels = { base: null, head: null };

/** Adds what leads to the place, and then the place. `name` is the key of the value if the specification gives it. */
function addAlong(
  rows: RowList,
  labels: Labels,
  depth: number,
  pair: Pair,
  way: Way,
  name: string | null,
): void {
  const steps = { base: way.base?.[0], head: way.head?.[0] };
  const step = steps.head ?? steps.base;
  const isList = Array.isArray(pair.head ?? pair.base);
  if (step === undefined) addPlace(rows, labels, depth, pair, way);
  else if (!isList && (steps.base ?? step) !== step) addApart(rows, depth, pair, way);
  else addInside(rows, labels, depth, pair, way, { step, isList, name });
}

function addInside(
  rows: RowList,
  labels: Labels,
  depth: number,
  pair: Pair,
  way: Way,
  { step, isList, name }: { readonly step: string; readonly isList: boolean; readonly name: string | null },
): void {
  const bracket = (text: string, side: 'base' | 'head') => (pair[side] === undefined ? null : text);
  const open = (side: 'base' | 'head') => bracket(keyText(labels[side]) + (isList ? '[' : '{'), side);
  const close = isList ? ']' : '}';
  rows.aside(depth, open('base'), open('head'));
  if (isList) addItem(rows, depth + 1, pair, way);
  else addMember(rows, depth + 1, pair, way, step, name);
  rows.aside(depth, bracket(close, 'base'), bracket(close, 'head'));
}

/** A side without the place may hold the same there all the same: a shared part that an operation no longer uses. */
function addPlace(rows: RowList, labels: Labels, depth: number, { base, head }: Pair, way: Way): void {
  addDifference(rows, labels.head ?? labels.base, depth, {
    base: way.base === null ? undefined : base,
    head: way.head === null ? undefined : head,
  });
}

/** The ways part: each side's place is shown for itself. */
function addApart(rows: RowList, depth: number, { base, head }: Pair, way: Way): void {
  const [before, after] = [way.base ?? [], way.head ?? []];
  addDifference(rows, before.at(-1) ?? null, depth, { base: valueAt(base, before), head: undefined });
  addDifference(rows, after.at(-1) ?? null, depth, { base: undefined, head: valueAt(head, after) });
}

/** The item of a list. A side whose place is the list, or what holds it, has no such item. */
function addItem(rows: RowList, depth: number, { base, head }: Pair, way: Way): void {
  const item = (list: Json | undefined, steps: readonly string[] | null) =>
    steps?.[0] === undefined ? undefined : childOf(list, steps[0]);
  const pair = { base: item(base, way.base), head: item(head, way.head) };
  const others = (list: Json | undefined, one: Json | undefined) =>
    (Array.isArray(list) ? list.length : 0) - (one === undefined ? 0 : 1);
  const more = (count: number) => (count > 0 ? moreText(count) : null);
  rows.aside(depth, more(others(base, pair.base)), more(others(head, pair.head)));
  addAlong(rows, NO_LABELS, depth, pair, rest(way), null);
}

function rest({ base, head }: Way): Way {
  return { base: base?.slice(1) ?? null, head: head?.slice(1) ?? null };
}

function addMember(
  rows: RowList,
  depth: number,
  { base, head }: Pair,
  way: Way,
  step: string,
  name: string | null,
): void {
  const isNames = isMap(name);
  const all = keysOfBoth(isObject(base) ? base : null, isObject(head) ? head : null);
  const keys = all.filter((key) => key === step || isNames || !isAnnotation(key));
  const at = keys.indexOf(step);
  const [from, to] = isNames
    ? [at - NEIGHBOURS, at + NEIGHBOURS]
    : [at - UNCHANGED_SHOWN, at + UNCHANGED_SHOWN];
  const next = rest(way);
  const property = step === 'properties' ? (next.head?.[0] ?? next.base?.[0] ?? null) : null;
  const hidden = (start: number, end: number) => {
    if (end <= start) return;
    const text = moreText(end - start);
    rows.aside(depth, isObject(base) ? text : null, isObject(head) ? text : null);
  };
  hidden(0, from);
  for (const key of keys.slice(Math.max(0, from), to + 1)) {
    const pair = { base: childOf(base, key), head: childOf(head, key) };
    if (key === step) addAlong(rows, { base: key, head: key }, depth, pair, next, isNames ? null : key);
    else if (!isNames && isCompanion(key, step)) addDifference(rows, key, depth, pair);
    else if (key === 'required' && isRequiredOnOne(pair, property)) addRequired(rows, depth, pair, property);
    else addAside(rows, key, depth, pair);
  }
  hidden(to + 1, keys.length);
}

function addAside(rows: RowList, key: string, depth: number, { base, head }: Pair): void {
  const text = (value: Json | undefined) => (value === undefined ? null : keyText(key) + foldedText(value));
  if (isEqual(base, head)) rows.add('same', depth, text(head), text(head));
  else rows.add('aside', depth, text(base), text(head));
}

function isRequiredOnOne({ base, head }: Pair, property: string | null): property is string {
  return property !== null && isListed(base, property) !== isListed(head, property);
}

function isListed(list: Json | undefined, name: string): boolean {
  return Array.isArray(list) && list.includes(name);
}

/** Whether the property must be there is part of what happened to it; the other names are not. */
function addRequired(rows: RowList, depth: number, { base, head }: Pair, property: string): void {
  const has = (list: Json | undefined) => isListed(list, property);
  const text = (list: Json | undefined) => {
    if (list === undefined) return null;
    const others = Array.isArray(list) ? list.length - (has(list) ? 1 : 0) : 0;
    const names = [...(others > 0 ? [moreText(others)] : []), ...(has(list) ? [foldedText(property)] : [])];
    return `${keyText('required')}[${names.join(', ')}]`;
  };
  const [before, after] = [text(base), text(head)];
  const kind = before === null ? 'added' : after === null ? 'removed' : 'changed';
  rows.add(kind, depth, before, after);
}
