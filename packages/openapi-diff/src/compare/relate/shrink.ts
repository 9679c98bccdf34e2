import type { Json } from '../../read/document.ts';
import { isArray, isObject, objectOf, writtenSize } from './json.ts';

/** Smaller values that are tried before an example is left as it is, and the most parts that all of them have. */
const MOST_TRIES = 400;
const MOST_PARTS = 40_000;

/**
 * The smallest value that can be had by leaving out properties and items one at a time, as
 * long as it still shows what it has to show.
 */
export function shrink(value: Json, stillShows: (value: Json) => boolean): Json {
  const most = Math.min(MOST_TRIES, Math.ceil(MOST_PARTS / writtenSize(value)));
  let tries = 0;
  const isGood = (candidate: Json) => {
    tries += 1;
    return tries <= most && stillShows(candidate);
  };
  let best = value;
  for (let found = true; found && tries <= most; ) {
    found = false;
    for (const smaller of smallerThan(best)) {
      if (tries > most) break;
      if (!isGood(smaller)) continue;
      best = smaller;
      found = true;
      break;
    }
  }
  return best;
}

/** The value without one of its parts, at any depth; large parts first. */
function* smallerThan(value: Json): Iterable<Json> {
  if (isArray(value)) {
    for (const index of value.keys()) yield value.filter((_, at) => at !== index);
    for (const [index, item] of value.entries()) {
      for (const smaller of smallerThan(item)) yield value.map((one, at) => (at === index ? smaller : one));
    }
  } else if (isObject(value)) {
    const entries = Object.entries(value);
    for (const [name] of entries) yield objectOf(entries.filter(([other]) => other !== name));
    for (const [name, part] of entries) {
      for (const smaller of smallerThan(part)) {
        yield objectOf(entries.map(([other, one]) => [other, other === name ? smaller : one]));
      }
    }
  }
}
