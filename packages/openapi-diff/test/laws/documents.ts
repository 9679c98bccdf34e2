import fc from 'fast-check';

/** JSON that a test may write into. */
export type Draft = null | boolean | number | string | Draft[] | DraftObject;

/** A JSON object that a test may write into. */
export interface DraftObject {
  [key: string]: Draft;
}

/** The components that schemas refer to; each is an object schema, so that no chain of references is without end. */
export const COMPONENTS = ['Book', 'Author', 'Order', 'Note'] as const;

const PROPERTIES = ['id', 'title', 'price', 'tags', 'next'] as const;

/** A record of which the undefined members are left out, as they are in JSON. */
function partial(
  members: { [key: string]: fc.Arbitrary<Draft> },
  always: DraftObject = {},
): fc.Arbitrary<DraftObject> {
  return fc.record(members, { requiredKeys: [] }).map((given) => ({ ...always, ...(given as DraftObject) }));
}

const small = fc.integer({ min: 0, max: 4 });

const text = fc.oneof(
  partial({ minLength: fc.constantFrom(0, 1, 2), maxLength: fc.constantFrom(3, 5, 8) }, { type: 'string' }),
  partial({ format: fc.constantFrom('date', 'date-time', 'uuid', 'email', 'color') }, { type: 'string' }),
  partial({ pattern: fc.constantFrom('^[a-z]+$', '^[a-z]{2,4}$', '^\\d+$') }, { type: 'string' }),
  fc
    .uniqueArray(fc.constantFrom('new', 'used', 'sold', 'lent'), { minLength: 1, maxLength: 4 })
    .map((values) => ({ type: 'string', enum: values })),
);

const number = fc
  .tuple(
    fc.constantFrom('integer', 'number'),
    partial({
      minimum: fc.constantFrom(0, 1, 5),
      maximum: fc.constantFrom(10, 20, 100),
      multipleOf: fc.constantFrom(1, 2, 5),
    }),
  )
  .map(([type, bounds]): DraftObject => ({ type, ...bounds }));

const leaf: fc.Arbitrary<DraftObject> = fc.oneof(
  { weight: 4, arbitrary: text },
  { weight: 4, arbitrary: number },
  { weight: 2, arbitrary: fc.constant({ type: 'boolean' }) },
  { weight: 1, arbitrary: fc.constant({}) },
);

/** `nullable` on some, in the spelling of OpenAPI 3.0. */
function perhapsNull(schema: fc.Arbitrary<DraftObject>): fc.Arbitrary<DraftObject> {
  return fc
    .tuple(schema, fc.integer({ min: 0, max: 5 }))
    .map(([given, dice]) =>
      dice === 0 && given.type !== undefined && given.enum === undefined
        ? { ...given, nullable: true }
        : given,
    );
}

const tree = fc.letrec<{ schema: DraftObject; object: DraftObject }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 6, arbitrary: perhapsNull(leaf) },
    {
      weight: 3,
      arbitrary: fc.constantFrom(...COMPONENTS).map((name) => ({ $ref: `#/components/schemas/${name}` })),
    },
    { weight: 3, arbitrary: perhapsNull(tie('object')) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          tie('schema'),
          partial({ minItems: small, maxItems: fc.constantFrom(5, 9), uniqueItems: fc.constant(true) }),
        )
        .map(([items, bounds]): DraftObject => ({ type: 'array', items, ...bounds })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('oneOf', 'anyOf'), fc.array(tie('schema'), { minLength: 1, maxLength: 3 }))
        .map(([keyword, branches]): DraftObject => ({ [keyword]: branches })),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(tie('object'), tie('object')).map(([a, b]): DraftObject => ({ allOf: [a, b] })),
    },
  ),
  object: fc
    .tuple(
      fc.dictionary(fc.constantFrom(...PROPERTIES), tie('schema'), {
        minKeys: 1,
        maxKeys: 4,
        noNullPrototype: true,
      }),
      fc.subarray([...PROPERTIES]),
      fc.integer({ min: 0, max: 9 }),
      fc.constantFrom('readOnly', 'writeOnly'),
    )
    .map(([properties, names, dice, access]) => {
      const required = names.filter((name) => Object.hasOwn(properties, name));
      const [[first, schema] = []] = Object.entries(properties);
      const isHidden = dice === 0 && first !== undefined && schema?.$ref === undefined;
      return {
        type: 'object',
        properties: isHidden ? { ...properties, [first]: { ...schema, [access]: true } } : properties,
        ...(required.length > 0 ? { required } : {}),
        ...(dice === 1 ? { additionalProperties: false } : {}),
        ...(dice === 2 ? { additionalProperties: { type: 'string' } } : {}),
      };
    }),
}));

/** A schema as OpenAPI 3.0 spells it; it may refer to the components. */
export const schema: fc.Arbitrary<DraftObject> = tree.schema;

/** A schema for what stands in an address or a header. */
const simple = perhapsNull(leaf).map(({ nullable: _, ...given }) => given as DraftObject);

const json = (given: DraftObject): DraftObject => ({ 'application/json': { schema: given } });

const operation = fc
  .record({
    limit: fc.option(fc.tuple(simple, fc.boolean())),
    body: fc.option(fc.tuple(schema, fc.boolean())),
    answer: schema,
    failure: fc.option(fc.constantFrom('404', '4XX', 'default')),
    header: fc.option(simple),
  })
  .map(({ limit, body, answer, failure, header }) => {
    const parameters: Draft[] = [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }];
    if (limit !== null) parameters.push({ name: 'limit', in: 'query', required: limit[1], schema: limit[0] });
    const answers: DraftObject = {
      '200': {
        description: 'Done',
        content: json(answer),
        ...(header === null ? {} : { headers: { 'X-Rate': { schema: header } } }),
      },
    };
    if (failure !== null) answers[failure] = { description: 'Failed' };
    return {
      parameters,
      ...(body === null ? {} : { requestBody: { required: body[1], content: json(body[0]) } }),
      responses: answers,
    } as DraftObject;
  });

const methods = fc
  .dictionary(fc.constantFrom('get', 'post', 'put'), operation, {
    minKeys: 1,
    maxKeys: 2,
    noNullPrototype: true,
  })
  .map((given) => given as DraftObject);

/** A small document of OpenAPI 3.0 with one to three paths and the four components. */
export const document: fc.Arbitrary<DraftObject> = fc
  .record({
    paths: fc.dictionary(fc.constantFrom('/book/{id}', '/author/{id}', '/order/{id}/lines'), methods, {
      minKeys: 1,
      maxKeys: 3,
      noNullPrototype: true,
    }),
    schemas: fc.tuple(tree.object, tree.object, tree.object, tree.object),
  })
  .map(({ paths, schemas }) => ({
    openapi: '3.0.3',
    info: { title: 'Shop', version: '1.0.0' },
    paths,
    components: {
      schemas: Object.fromEntries(COMPONENTS.map((name, index) => [name, schemas[index] ?? {}])),
    },
  }));

/** Numbers from which respellings and edits make their choices; each draws as many as it needs. */
export interface Choices {
  /** An integer from 0 up to, not including, this many. */
  readonly below: (many: number) => number;
}

/** A source of choices that shrinks towards the first choice everywhere. */
export const choices: fc.Arbitrary<Choices> = fc
  .array(fc.nat({ max: 1_000 }), { minLength: 40, maxLength: 40 })
  .map((numbers) => {
    let next = 0;
    return {
      below: (many) => {
        const number = numbers[next % numbers.length] ?? 0;
        next += 1;
        return many === 0 ? 0 : number % many;
      },
      toString: () => `choices ${numbers.join(' ')}`,
    };
  });

/** One of a list. */
export function pick<T>(list: readonly T[], { below }: Choices): T | undefined {
  return list[below(list.length)];
}

/** A list in another order. */
export function shuffled<T>(list: readonly T[], { below }: Choices): T[] {
  const rest = [...list];
  const order: T[] = [];
  while (rest.length > 0) order.push(...rest.splice(below(rest.length), 1));
  return order;
}
