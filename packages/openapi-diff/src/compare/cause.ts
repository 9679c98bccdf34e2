import type { Json, JsonObject } from '../read/document.ts';

const hashes = new WeakMap<object, string>();

/** Deeper parts of two values may differ unseen: no document that is compared is as deep. */
const MAX_DEPTH = 600;

/** A short text that is equal for values that are equal but for the order of keys, in every run. */
export function structuralHash(value: Json | undefined): string {
  if (value === undefined) return '-';
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  let hash = hashes.get(value);
  if (hash === undefined) {
    hash = hashOf(value);
    hashes.set(value, hash);
  }
  return hash;
}

/** The key of a cause: equal for equal parts. */
export function causeKey(parts: readonly string[]): string {
  return JSON.stringify(parts);
}

/*
 * The hash tells apart what one report holds, and nothing is kept by it: two lanes of 32 bits,
 * mixed without making a text of the value, are enough and cost a tenth of a digest. Members are
 * summed, so that their order doesn't matter and nothing is sorted.
 */
let low = 0;
let high = 0;

/** Taken out of its global, which is looked up for every character where the code runs in a context of its own. */
const { imul } = Math;

function hashOf(value: Json): string {
  mixValue(value, 0);
  return `${(low >>> 0).toString(36)}.${(high >>> 0).toString(36)}`;
}

const START_LOW = 0x811c9dc5 | 0;
const START_HIGH = 0x2545f491 | 0;
const PRIME_LOW = 0x01000193;
const PRIME_HIGH = 0x5bd1e995;

function mixValue(value: Json, depth: number): void {
  if (typeof value === 'string') mixText(value, 1);
  else if (value === null || typeof value !== 'object') mixText(String(value), 2);
  else if (depth > MAX_DEPTH) mixText('', 3);
  else if (Array.isArray(value)) mixItems(value as readonly Json[], depth);
  else mixMembers(value as JsonObject, depth);
}

function mixText(text: string, kind: number): void {
  let a = START_LOW ^ kind;
  let b = START_HIGH ^ kind;
  const { length } = text;
  for (let at = 0; at < length; at += 1) {
    const unit = text.charCodeAt(at);
    a = imul(a ^ unit, PRIME_LOW);
    b = imul(b ^ unit, PRIME_HIGH);
    b ^= b >>> 15;
  }
  low = a ^ (a >>> 16);
  high = b ^ (b >>> 13);
}

function mixItems(items: readonly Json[], depth: number): void {
  let a = START_LOW ^ 4;
  let b = START_HIGH ^ 4;
  for (const item of items) {
    mixValue(item, depth + 1);
    a = imul(a ^ low, PRIME_LOW);
    b = imul(b ^ high, PRIME_HIGH);
    b ^= b >>> 15;
  }
  low = imul(a ^ (a >>> 16), PRIME_HIGH);
  high = b ^ (b >>> 13);
}

function mixMembers(object: JsonObject, depth: number): void {
  let a = START_LOW ^ 5;
  let b = START_HIGH ^ 5;
  for (const key in object) {
    if (!Object.hasOwn(object, key)) continue;
    mixText(key, 6);
    const keyLow = low;
    const keyHigh = high;
    mixValue(object[key] ?? null, depth + 1);
    let one = imul(keyLow ^ low, PRIME_HIGH);
    one = imul(one ^ (one >>> 15) ^ keyHigh, PRIME_LOW);
    let other = imul(keyHigh + imul(high, PRIME_LOW), PRIME_HIGH);
    other = imul(other ^ (other >>> 13) ^ low, PRIME_HIGH);
    a = (a + one + (one >>> 16)) | 0;
    b = (b + other + (other >>> 15)) | 0;
  }
  low = imul(a ^ (a >>> 16), PRIME_HIGH);
  high = imul(b ^ (b >>> 13), PRIME_HIGH);
}
