/** Documents that somebody wrote to make a comparison hang, crash or fill the memory. */

/** Two texts and the ending of their files. */
export interface Hostile {
  readonly name: string;
  readonly format: 'json' | 'yaml';
  readonly base: string;
  readonly head: string;
}

const HEAD = { openapi: '3.1.0', info: { title: 'Hostile', version: '1.0.0' } };

function answering(schema: unknown, schemas: object = {}): string {
  const content = { 'application/json': { schema } };
  const responses = { '200': { description: 'OK', content } };
  return JSON.stringify({
    ...HEAD,
    paths: { '/x': { get: { responses }, post: { requestBody: { content }, responses } } },
    components: { schemas },
  });
}

const ref = (name: string | number) => ({ $ref: `#/components/schemas/S${name}` });

function many<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** A schema inside a schema, so many times, without the help of a stack. */
function nested(depth: number, leaf: string): string {
  const inside = `${'{"items":'.repeat(depth)}{"type":"${leaf}"}${'}'.repeat(depth)}`;
  return answering('HERE').replaceAll('"HERE"', inside);
}

/** Branches of branches: each schema is one of two that lead to the next two. */
function fan(size: number, leaf: string): string {
  const schemas = Object.fromEntries(
    many(size, (index) => [
      `S${index}`,
      {
        oneOf: [
          { type: 'object', required: ['a'], properties: { a: ref(index + 1), b: ref(index + 1) } },
          { type: 'object', required: ['b'], properties: { b: ref(index + 1), c: ref(index + 1) } },
        ],
      },
    ]),
  );
  return answering(ref(0), { ...schemas, [`S${size}`]: { type: leaf } });
}

/** Branches that hold for the same objects, level by level: of each value, all must be chosen of anew. */
function overlapping(size: number, leaf: string): string {
  const level = (index: number) => ({
    oneOf: ['a', 'b'].map((name) => ({
      allOf: [
        ref(index + 1),
        { type: 'object', properties: { [`${name}${index}`]: { type: name === 'a' ? leaf : 'string' } } },
      ],
    })),
  });
  const schemas = Object.fromEntries(many(size, (index) => [`S${index}`, level(index)]));
  return answering(ref(0), { ...schemas, [`S${size}`]: { type: 'object' } });
}

function aliases(last: string): string {
  const levels = many(12, (index) => {
    const above = index === 0 ? '"lol"' : `*a${index - 1}`;
    return `  S${index}: &a${index} { anyOf: [${many(10, () => above).join(', ')}] }`;
  });
  return `openapi: 3.1.0\ninfo: { title: Hostile, version: "${last}" }\npaths: {}\nx-levels:\n${levels.join('\n')}\n`;
}

const loop = (name: string) => ({ [name]: { S0: ref(1), S1: ref(2), S2: ref(0) } }) as const;

export const HOSTILE: readonly Hostile[] = [
  {
    name: '100,000 schemas inside each other',
    format: 'json',
    base: nested(100_000, 'string'),
    head: nested(100_000, 'integer'),
  },
  {
    name: '400 schemas inside each other',
    format: 'json',
    base: nested(400, 'string'),
    head: nested(400, 'integer'),
  },
  {
    name: 'references that lead in a circle',
    format: 'json',
    base: answering(ref(0), loop('x').x),
    head: answering({ allOf: [ref(0)] }, loop('x').x),
  },
  {
    name: 'a million values in an enum, one of them new',
    format: 'json',
    base: answering({ enum: many(1_000_000, (index) => `value ${index}`) }),
    head: answering({ enum: many(1_000_001, (index) => `value ${index}`) }),
  },
  {
    name: 'patterns that backtrack',
    format: 'json',
    base: answering({ type: 'string', pattern: '^(a+)+$' }),
    head: answering({ type: 'string', pattern: '^(a|aa|a*b)*c?(?=x)(\\w+\\s?)*$' }),
  },
  {
    name: 'sixty levels of branches of branches',
    format: 'json',
    base: fan(60, 'string'),
    head: fan(60, 'integer'),
  },
  {
    name: 'thirty levels of branches that overlap',
    format: 'json',
    base: overlapping(30, 'integer'),
    head: overlapping(30, 'string'),
  },
  {
    name: 'a oneOf of 3,000 branches, one of them changed',
    format: 'json',
    base: answering({
      oneOf: many(3_000, (index) => ({
        type: 'object',
        required: [`p${index}`],
        properties: { [`p${index}`]: { type: 'string' } },
      })),
    }),
    head: answering({
      oneOf: many(3_000, (index) => ({
        type: 'object',
        required: [`p${index}`],
        properties: { [`p${index}`]: { type: index === 7 ? 'integer' : 'string' } },
      })),
    }),
  },
  {
    name: 'numbers beyond all bounds',
    format: 'json',
    base: answering({ type: 'number', multipleOf: 1e-300, maximum: 1e308 }),
    head: answering({ type: 'number', multipleOf: 3e-300, maximum: 1e307, minimum: -1e308 }),
  },
  {
    name: 'lists that must be longer than memory',
    format: 'json',
    base: answering({ type: 'array', minItems: 1e9, items: { type: 'string', minLength: 1e9 } }),
    head: answering({ type: 'array', minItems: 1e9, items: { type: 'integer' }, uniqueItems: true }),
  },
  {
    name: 'names like __proto__',
    format: 'json',
    base: nested(3, 'string').replaceAll('"items"', '"__proto__"'),
    head: nested(3, 'integer').replaceAll('"items"', '"constructor"'),
  },
  { name: 'YAML aliases that multiply', format: 'yaml', base: aliases('1'), head: aliases('2') },
];
