import { createHash } from 'node:crypto';
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

/** The hashes of short-lived texts: copies of one schema, as generators write them, are put in order once. */
const byText = new Map<string, string>();

/** The most texts that are kept. */
const MOST_TEXTS = 20_000;

function hashOf(value: object): string {
  const text = JSON.stringify(value);
  let hash = byText.get(text);
  if (hash === undefined) {
    hash = digest(canonical(value as Json, 0));
    if (byText.size >= MOST_TEXTS) byText.clear();
    byText.set(text, hash);
  }
  return hash;
}

/** The key of a cause: equal for equal parts. */
export function causeKey(parts: readonly string[]): string {
  return digest(JSON.stringify(parts));
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

function canonical(value: Json, depth: number): string {
  if (depth > MAX_DEPTH) return '…';
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) {
    let text = '[';
    for (const item of value) text += `${canonical(item, depth + 1)},`;
    return `${text}]`;
  }
  let text = '{';
  for (const key of Object.keys(value).sort()) {
    text += `${JSON.stringify(key)}:${canonical((value as JsonObject)[key] ?? null, depth + 1)},`;
  }
  return `${text}}`;
}
