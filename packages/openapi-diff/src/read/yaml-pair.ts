import { YAMLException } from 'js-yaml';
import type { Json } from './document.ts';
import { type Named, objectOf, type Part, type WrittenMember } from './written-parts.ts';
import {
  type BlockMapping,
  mappingInside,
  membersOf,
  NotAlone,
  readKey,
  readMember,
  wholeMapping,
} from './yaml-members.ts';

/** A text as a value, and the parts that it was put together of. */
export interface InParts {
  readonly value: Json;
  readonly parts: readonly Part[];
}

/** Both texts of a pair. */
interface Both<T> {
  readonly base: T;
  readonly head: T;
}

/** How many mappings inside each other are taken apart: down to the path items, and to the schemas. */
const MOST_LEVELS = 3;

/**
 * Reads two YAML texts member by member, so that what is written alike in both is read once: its
 * value is the same object on both sides. null where one of them isn't laid out for it, or is no
 * YAML: reading it whole then says why.
 */
export function readYamlPair(base: string, head: string, maxDepth: number): Both<InParts> | null {
  const mappings = { base: wholeMapping(base), head: wholeMapping(head) };
  if (mappings.base === null || mappings.head === null) return null;
  try {
    return new PairReader(base, head, maxDepth).mappings(mappings.base, mappings.head, 0);
  } catch (error) {
    if (error instanceof NotAlone || error instanceof YAMLException) return null;
    throw error;
  }
}

class PairReader {
  readonly #base: string;
  readonly #head: string;
  readonly #maxDepth: number;

  constructor(base: string, head: string, maxDepth: number) {
    this.#base = base;
    this.#head = head;
    this.#maxDepth = maxDepth;
  }

  /** Two mappings, whose members stand inside so many others. */
  mappings(base: BlockMapping, head: BlockMapping, depth: number): Both<InParts> | null {
    const [baseMembers, headMembers] = [membersOf(this.#base, base), membersOf(this.#head, head)];
    if (baseMembers === null || headMembers === null) return null;
    const partners = new Map(baseMembers.map((member) => [member.label, member]));
    const baseParts = new Map<WrittenMember, Part>();
    const headParts = headMembers.map((member) => {
      const partner = partners.get(member.label);
      if (partner === undefined) return this.#part(this.#head, member, depth);
      partners.delete(member.label);
      const pair = this.#pair(partner, member, depth);
      baseParts.set(partner, pair.base);
      return pair.head;
    });
    const parts = baseMembers.map((member) => baseParts.get(member) ?? this.#part(this.#base, member, depth));
    const [baseValue, headValue] = [objectOf(parts), objectOf(headParts)];
    if (baseValue === null || headValue === null) return null;
    return { base: { value: baseValue, parts }, head: { value: headValue, parts: headParts } };
  }

  /** Two members whose keys are spelled alike. */
  #pair(base: WrittenMember, head: WrittenMember, depth: number): Both<Part> {
    if (this.#base.slice(base.start, base.end) === this.#head.slice(head.start, head.end)) {
      const part = this.#part(this.#base, base, depth);
      return { base: part, head: placed(head, part) };
    }
    const inside = depth + 1 < MOST_LEVELS ? this.#inside(base, head, depth) : null;
    if (inside === null) {
      return { base: this.#part(this.#base, base, depth), head: this.#part(this.#head, head, depth) };
    }
    return {
      base: placed(base, { name: readKey(this.#base, base), ...inside.base }),
      head: placed(head, { name: readKey(this.#head, head), ...inside.head }),
    };
  }

  #inside(base: WrittenMember, head: WrittenMember, depth: number): Both<InParts> | null {
    const baseMapping = mappingInside(this.#base, base);
    const headMapping = mappingInside(this.#head, head);
    return baseMapping === null || headMapping === null
      ? null
      : this.mappings(baseMapping, headMapping, depth + 1);
  }

  #part(text: string, member: WrittenMember, depth: number): Part {
    return placed(member, { ...readMember(text, member, this.#maxDepth - depth), parts: null });
  }
}

function placed({ start, end }: WrittenMember, { name, value, parts }: Named & Pick<Part, 'parts'>): Part {
  return { name, value, parts, start, end };
}
