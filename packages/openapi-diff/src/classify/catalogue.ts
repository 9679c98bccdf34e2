import type { Check } from './check.ts';

/**
 * The files of the catalogue, one a topic, in the order of the index. A topic is an array of
 * entries made by `defineCheck`, or of whole families made from places and events.
 */
const TOPICS: readonly (readonly Check[])[] = [];

let byId: ReadonlyMap<string, Check> | null = null;

function index(): ReadonlyMap<string, Check> {
  byId ??= new Map(TOPICS.flat().map((check) => [check.id, check]));
  return byId;
}

/** Every check of the catalogue, in the order of the index. */
export function checks(): readonly Check[] {
  return [...index().values()];
}

/** The check with this id, or null. */
export function check(id: string): Check | null {
  return index().get(id) ?? null;
}
