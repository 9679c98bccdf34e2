import type { Json, JsonObject } from '../../read/document.ts';
import type { PathStep } from '../finding.ts';
import { isArray, isObject } from '../relate/json.ts';
import type { Breaking } from './held.ts';

/** The most characters of a witness as JSON; what is longer is cut down to what the finding is about. */
const LONGEST = 4_000;

/** Members that stand beside the one that matters in a witness that was cut, all levels together. */
const MOST_BESIDE = 10;

/** The most characters of such a member, and of a text that was cut. */
const LONGEST_BESIDE = 100;
const LONGEST_TEXT = 1_000;

/** What a report shows of a value that proves a break. */
export interface ShownWitness {
  readonly value: Json;
  /** Parts were left out: the whole is larger than a report should carry. */
  readonly cut?: true;
}

const shown = new WeakMap<Breaking, ShownWitness>();

/**
 * The value of a proof as a report carries it: whole where it is of a size that somebody may
 * read, else the way to the part that breaks with a few of the parts beside it. It takes no
 * more time than what it shows.
 */
export function shownWitness(proof: Breaking, path: readonly PathStep[]): ShownWitness {
  let one = shown.get(proof);
  if (one === undefined) {
    const isWhole = lengthOfProof(proof) <= LONGEST;
    one = isWhole ? { value: proof.value } : { value: new Cut(path).ofProof(proof, 0), cut: true };
    shown.set(proof, one);
  }
  return one;
}

function lengthOfProof(proof: Breaking): number {
  let length = 0;
  let at = proof;
  for (; at.held !== undefined; at = at.held.part) {
    const { rest, step } = at.held;
    length += 2;
    if (rest === null || step.kind !== 'property') continue;
    length += writtenLength(rest) + step.name.length + 4;
    if (Object.hasOwn(rest, step.name)) length -= writtenLength(rest[step.name] ?? null);
  }
  return length + writtenLength(at.value);
}

const lengths = new WeakMap<object, number>();

/** About how many characters a value takes as JSON. Parts are measured once, however often they stand in it. */
function writtenLength(value: Json): number {
  if (typeof value === 'string') return value.length + 2;
  if (value === null || typeof value !== 'object') return String(value).length;
  let length = lengths.get(value);
  if (length === undefined) {
    length = 2;
    if (isArray(value)) for (const item of value) length += writtenLength(item) + 1;
    else {
      for (const [name, part] of Object.entries(value)) length += name.length + 4 + writtenLength(part);
    }
    lengths.set(value, length);
  }
  return length;
}

/** Cuts one value down along a path. */
class Cut {
  readonly #path: readonly PathStep[];
  #left = MOST_BESIDE;

  constructor(path: readonly PathStep[]) {
    this.#path = path;
  }

  ofProof(proof: Breaking, depth: number): Json {
    // The value of a proof is made when it is looked at: here it is not.
    if (proof.held === undefined) return this.#ofValue(proof.value, depth);
    const { rest, step, part } = proof.held;
    if (rest === null || step.kind !== 'property') return [this.ofProof(part, depth + 1)];
    return this.#object(rest, step.name, () => this.ofProof(part, depth + 1));
  }

  #ofValue(value: Json, depth: number): Json {
    if (typeof value === 'string') return value.slice(0, LONGEST_TEXT);
    if (writtenLength(value) <= LONGEST_BESIDE) return value;
    const step = this.#path[depth];
    if (isArray(value)) {
      const item = value[step?.kind === 'tuple-item' ? step.index : 0];
      return item === undefined ? [] : [this.#ofValue(item, depth + 1)];
    }
    if (!isObject(value)) return value;
    const name = step?.kind === 'property' ? step.name : undefined;
    const inside = name === undefined || !Object.hasOwn(value, name) ? undefined : value[name];
    if (name === undefined || inside === undefined) return this.#object(value, null, () => null);
    return this.#object(value, name, () => this.#ofValue(inside, depth + 1));
  }

  #object(rest: JsonObject, name: string | null, inside: () => Json): JsonObject {
    const beside = smallMembers(rest).filter(([other]) => other !== name);
    const entries = beside.slice(0, this.#left);
    this.#left -= entries.length;
    return Object.fromEntries(name === null ? entries : [...entries, [name, inside()]]);
  }
}

const members = new WeakMap<JsonObject, readonly (readonly [string, Json])[]>();

/** The first few small members of an object, found once for all that is cut out of it. */
function smallMembers(object: JsonObject): readonly (readonly [string, Json])[] {
  let small = members.get(object);
  if (small === undefined) {
    small = Object.entries(object)
      .filter(([name, part]) => name.length + writtenLength(part) <= LONGEST_BESIDE)
      .slice(0, MOST_BESIDE + 1);
    members.set(object, small);
  }
  return small;
}
