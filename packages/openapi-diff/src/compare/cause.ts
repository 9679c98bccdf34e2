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
    const parts: string[] = [];
    write(value as Json, parts, 0);
    hash = digest(parts.join(''));
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

function write(value: Json, parts: string[], depth: number): void {
  if (depth > MAX_DEPTH) {
    parts.push('…');
    return;
  }
  if (value === null || typeof value !== 'object') {
    parts.push(JSON.stringify(value));
    return;
  }
  if (Array.isArray(value)) {
    parts.push('[');
    for (const item of value) {
      write(item, parts, depth + 1);
      parts.push(',');
    }
    parts.push(']');
    return;
  }
  parts.push('{');
  for (const key of Object.keys(value).sort()) {
    parts.push(JSON.stringify(key), ':');
    write((value as JsonObject)[key] ?? null, parts, depth + 1);
    parts.push(',');
  }
  parts.push('}');
}
