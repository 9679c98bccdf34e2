import type { JsonObject } from '../../read/document.ts';
import type { Check } from '../check.ts';
import { schemaFamily } from '../family.ts';

const PLAIN: JsonObject = {
  type: 'object',
  properties: { gift: { type: 'boolean' }, note: { type: 'string' } },
  required: ['gift'],
};
const IF: JsonObject = { if: { properties: { gift: { const: true } } } };
const THEN = consequence('then', { required: ['note'] });
const ELSE = consequence('else', { not: { required: ['note'] } });

/** A consequence under its keyword; written so because an object literal with a `then` looks like a promise. */
function consequence(keyword: 'then' | 'else', schema: JsonObject): JsonObject {
  return { [keyword]: schema };
}

interface Condition {
  readonly name: 'if' | 'then' | 'else';
  readonly words: string;
  readonly without: JsonObject;
  readonly present: JsonObject;
  readonly other: JsonObject;
}

const CONDITIONS: readonly Condition[] = [
  {
    name: 'if',
    words: 'a condition with consequences',
    without: PLAIN,
    present: { ...PLAIN, ...IF, ...THEN },
    other: { ...PLAIN, if: { properties: { gift: { const: false } } }, ...THEN },
  },
  {
    name: 'then',
    words: 'a rule for values that meet its condition',
    without: { ...PLAIN, ...IF, ...ELSE },
    present: { ...PLAIN, ...IF, ...THEN, ...ELSE },
    other: { ...PLAIN, ...IF, ...consequence('then', { properties: { note: { maxLength: 3 } } }), ...ELSE },
  },
  {
    name: 'else',
    words: 'a rule for values that do not meet its condition',
    without: { ...PLAIN, ...IF, ...THEN },
    present: { ...PLAIN, ...IF, ...THEN, ...ELSE },
    other: { ...PLAIN, ...IF, ...THEN, ...consequence('else', { required: ['note'] }) },
  },
];

function checksOf({ name, words, without, present, other }: Condition): readonly Check[] {
  return [
    ...schemaFamily({
      event: `${name}-added`,
      area: 'composition',
      effect: 'narrows',
      meaning: `${words} was added (\`${name}\`)`,
      cause: ({ part, inside }) => `${part} now has ${words}${inside}`,
      because: ({ part }) => `${part} has ${words}`,
      example: { before: without, after: present },
    }),
    ...schemaFamily({
      event: `${name}-removed`,
      area: 'composition',
      effect: 'widens',
      meaning: `${words} was dropped (\`${name}\`)`,
      cause: ({ part, inside }) => `${part} no longer has ${words}${inside}`,
      because: ({ part }) => `${part} had ${words}`,
      example: { before: present, after: without },
    }),
    ...schemaFamily({
      event: `${name}-changed`,
      area: 'composition',
      effect: 'either',
      meaning: `${words} is another one (\`${name}\`)`,
      cause: ({ part, inside }) => `${part} has another ${words.replace(/^a /, '')} than before${inside}`,
      example: { before: present, after: other },
    }),
  ];
}

/** if, then and else. */
export const conditionChecks = CONDITIONS.flatMap(checksOf);
