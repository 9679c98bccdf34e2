import type { Json, JsonObject } from '@xano-specs/openapi-diff';
import { UNCHANGED_SHOWN, WHOLE_DEPTH } from '../limits.ts';
import { isAnnotation, isMap } from './keywords.ts';
import { childOf, isEqual, isObject } from './pointer.ts';
import type { RowList } from './row-list.ts';
import { foldedText, isScalar, keyText, scalarText, shortText } from './value-text.ts';

/** Two values at one place, either of them undefined where the side has none. */
export interface Pair {
  readonly base: Json | undefined;
  readonly head: Json | undefined;
}

/** Adds the lines of a changed part: what is the same in it is folded, what differs is marked. */
export function addDifference(rows: RowList, key: string | null, depth: number, pair: Pair): void {
  const { base, head } = pair;
  if (base === undefined || head === undefined) {
    addWhole(rows, key, depth, pair);
  } else if (isEqual(base, head)) {
    addSame(rows, depth, keyText(key) + foldedText(base));
  } else if (isObject(base) && isObject(head)) {
    addObject(rows, key, depth, base, head);
  } else if (Array.isArray(base) && Array.isArray(head)) {
    addList(rows, key, depth, base, head);
  } else if (isScalar(base) && isScalar(head)) {
    rows.add('changed', depth, keyText(key) + scalarText(base), keyText(key) + scalarText(head));
  } else {
    addWhole(rows, key, depth, { base, head: undefined });
    addWhole(rows, key, depth, { base: undefined, head });
  }
}

function addSame(rows: RowList, depth: number, text: string): void {
  rows.add('same', depth, text, text);
}

/** Adds a value that stands on one side alone. */
function addWhole(rows: RowList, key: string | null, depth: number, { base, head }: Pair): void {
  const value = base ?? head;
  if (value === undefined) return;
  const isBase = base !== undefined;
  const add = (at: number, text: string) =>
    rows.add(isBase ? 'removed' : 'added', at, isBase ? text : null, isBase ? null : text);
  addLines(add, keyText(key), depth, value, { isNames: isMap(key), levels: WHOLE_DEPTH });
}

function addLines(
  add: (depth: number, text: string) => void,
  label: string,
  depth: number,
  value: Json,
  { isNames, levels }: { readonly isNames: boolean; readonly levels: number },
): void {
  if (isScalar(value) || levels === 0 || isEmpty(value)) {
    add(depth, label + foldedText(value));
  } else if (shortText(value, isNames) !== null) {
    add(depth, label + shortText(value, isNames));
  } else if (Array.isArray(value)) {
    add(depth, `${label}[`);
    for (const item of value) addLines(add, '', depth + 1, item, { isNames: false, levels: levels - 1 });
    add(depth, ']');
  } else {
    add(depth, `${label}{`);
    for (const [key, inner] of Object.entries(value as JsonObject)) {
      if (isNames || !isAnnotation(key)) {
        addLines(add, keyText(key), depth + 1, inner, {
          isNames: isMap(key) && !isNames,
          levels: levels - 1,
        });
      }
    }
    add(depth, '}');
  }
}

function isEmpty(value: Json): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function addObject(
  rows: RowList,
  key: string | null,
  depth: number,
  base: JsonObject,
  head: JsonObject,
): void {
  addSame(rows, depth, `${keyText(key)}{`);
  const keys = keysOfBoth(base, head).filter((inner) => isMap(key) || !isAnnotation(inner));
  const shown = new Shown(rows, depth + 1);
  for (const inner of keys) {
    const pair = { base: childOf(base, inner), head: childOf(head, inner) };
    if (shown.isLeftOut(isEqual(pair.base, pair.head))) continue;
    addDifference(rows, inner, depth + 1, pair);
  }
  shown.end();
  addSame(rows, depth, '}');
}

/** Leaves out what is the same beyond the first few. */
class Shown {
  readonly #rows: RowList;
  readonly #depth: number;
  #same = 0;
  #left = 0;

  constructor(rows: RowList, depth: number) {
    this.#rows = rows;
    this.#depth = depth;
  }

  isLeftOut(isSame: boolean): boolean {
    if (!isSame) {
      this.end();
      return false;
    }
    this.#same += 1;
    if (this.#same <= UNCHANGED_SHOWN) return false;
    this.#left += 1;
    return true;
  }

  end(): void {
    if (this.#left > 0) addSame(this.#rows, this.#depth, moreText(this.#left));
    this.#left = 0;
  }
}

/** What stands for parts that are not shown. */
export function moreText(count: number): string {
  return `… ${count.toLocaleString('en-US')} more`;
}

/** The keys of both: the head's in its order, each key of the base alone behind the one that it follows there. */
export function keysOfBoth(base: JsonObject | null, head: JsonObject | null): string[] {
  const inHead = head === null ? [] : Object.keys(head);
  const known = new Set(inHead);
  const after = new Map<string | null, string[]>();
  let last: string | null = null;
  for (const key of base === null ? [] : Object.keys(base)) {
    if (known.has(key)) last = key;
    else after.set(last, [...(after.get(last) ?? []), key]);
  }
  return [...(after.get(null) ?? []), ...inHead.flatMap((key) => [key, ...(after.get(key) ?? [])])];
}

/** Items that are equal belong together, whatever their places; those left over are compared in their order. */
function addList(
  rows: RowList,
  key: string | null,
  depth: number,
  base: readonly Json[],
  head: readonly Json[],
): void {
  addSame(rows, depth, `${keyText(key)}[`);
  const gone = base.filter((item) => !head.some((other) => isEqual(item, other)));
  const shown = new Shown(rows, depth + 1);
  for (const item of head) {
    const isSame = base.some((other) => isEqual(item, other));
    if (shown.isLeftOut(isSame)) continue;
    const partner = isSame ? item : isObject(item) ? takeObject(gone) : undefined;
    addDifference(rows, null, depth + 1, { base: partner, head: item });
  }
  shown.end();
  for (const item of gone) addDifference(rows, null, depth + 1, { base: item, head: undefined });
  addSame(rows, depth, ']');
}

function takeObject(gone: Json[]): Json | undefined {
  const at = gone.findIndex(isObject);
  return at === -1 ? undefined : gone.splice(at, 1)[0];
}
