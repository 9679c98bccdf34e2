import type { SchemaPlace } from '../../compare/explain/schema-place.ts';
import type { JsonObject } from '../../read/document.ts';
import type { Check } from '../check.ts';
import { type FamilyDifference, type SchemaEvent, schemaFamily } from '../family.ts';

type Mark = 'readOnly' | 'writeOnly';

/** An object with `id`, whose other property carries what is given. */
function withProperty(property: JsonObject | null, ...required: readonly string[]): JsonObject {
  return {
    type: 'object',
    properties: { id: { type: 'integer' }, ...(property === null ? {} : { value: property }) },
    required: ['id', ...required],
  };
}

const TEXT: JsonObject = { type: 'string' };

/** What a property's mark was turned into, and what this means for a direction. */
function moves(place: 'request' | 'response', required: boolean): readonly Check[] {
  return (['readOnly', 'writeOnly'] as const).flatMap((mark) =>
    [true, false].flatMap((now) => move(place, required, mark, now)),
  );
}

function move(place: 'request' | 'response', required: boolean, mark: Mark, now: boolean): readonly Check[] {
  const marked = withProperty({ ...TEXT, [mark]: true }, ...(required ? ['value'] : []));
  const plain = withProperty(TEXT, ...(required ? ['value'] : []));
  const words = mark === 'readOnly' ? 'read-only' : 'write-only';
  const kind = required ? 'required' : 'optional';
  const name = `${place}-${kind}-property-became-${now ? '' : 'not-'}${mark === 'readOnly' ? 'read-only' : 'write-only'}`;
  const breaking = breakingMove(place, required, mark, now);
  return schemaFamily({
    event: name,
    id: () => name,
    places: [`${place}-body`],
    area: 'read-only and write-only',
    effect: breaking === null ? 'none' : breaking.effect,
    law: breaking === null ? 'access' : `${place}s`,
    meaning: `a property that is ${kind} ${now ? 'was marked' : 'is no longer marked'} ${words}`,
    cause: ({ part, inside }) => `${part} is ${now ? 'now' : 'no longer'} ${words}${inside}`,
    ...(breaking === null ? {} : { because: ({ part }) => `${part} ${breaking.because}` }),
    example: now ? { before: plain, after: marked } : { before: marked, after: plain },
    differs: breaking?.differs ?? (name === ARRIVES ? ARRIVES_DIFFERS : []),
  });
}

const ARRIVES = 'response-required-property-became-not-write-only';

const ARRIVES_DIFFERS: readonly FamilyDifference[] = [
  {
    at: ['response-body'],
    listed: 'warning',
    why: 'a further property that arrives is as safe as any that is added to a response',
  },
];

interface BreakingMove {
  readonly effect: 'narrows' | 'widens';
  readonly because: string;
  readonly differs: readonly FamilyDifference[];
}

function breakingMove(
  place: 'request' | 'response',
  required: boolean,
  mark: Mark,
  now: boolean,
): BreakingMove | null {
  if (!required) return null;
  if (place === 'request' && mark === 'readOnly' && !now) {
    return {
      effect: 'narrows',
      because: 'was never sent and is required now',
      differs: [
        {
          at: ['request-body'],
          listed: 'info',
          why: 'clients that never sent the property are turned away now',
        },
      ],
    };
  }
  if (place === 'response' && mark === 'writeOnly' && now) {
    return {
      effect: 'widens',
      because: 'was always there and is not any more',
      differs: [
        {
          at: ['response-body'],
          listed: 'info',
          why: 'clients that were promised the property no longer get it',
        },
      ],
    };
  }
  return null;
}

const HIDDEN = {
  area: 'read-only and write-only',
  effect: 'none',
  law: 'access',
} as const satisfies Partial<SchemaEvent>;

const IN_REQUEST: readonly SchemaPlace[] = ['request-body'];
const IN_RESPONSE: readonly SchemaPlace[] = ['response-body'];

interface HiddenEvent {
  readonly event: string;
  readonly meaning: string;
  readonly before: JsonObject;
  readonly after: JsonObject;
}

const HIDDEN_EVENTS: readonly HiddenEvent[] = [
  hidden('max-decreased', 'the upper bound was lowered', { maximum: 9 }, { maximum: 5 }),
  hidden('min-increased', 'the lower bound was raised', { minimum: 1 }, { minimum: 5 }),
  hidden(
    'exclusive-max-decreased',
    'the exclusive upper bound was lowered',
    { exclusiveMaximum: 9 },
    { exclusiveMaximum: 5 },
  ),
  hidden(
    'exclusive-min-increased',
    'the exclusive lower bound was raised',
    { exclusiveMinimum: 1 },
    { exclusiveMinimum: 5 },
  ),
  hidden('max-length-decreased', 'the greatest length was lowered', { maxLength: 9 }, { maxLength: 5 }),
  hidden('enum-value-removed', 'an allowed value was dropped', { enum: ['a', 'b'] }, { enum: ['a'] }),
  hidden('enum-value-added', 'an allowed value was added', { enum: ['a'] }, { enum: ['a', 'b'] }),
];

function hidden(event: string, meaning: string, before: JsonObject, after: JsonObject): HiddenEvent {
  return { event, meaning, before, after };
}

function hiddenChecks(
  prefix: 'request-read-only-property' | 'response-write-only-property',
  mark: Mark,
): readonly Check[] {
  const places = prefix === 'request-read-only-property' ? IN_REQUEST : IN_RESPONSE;
  const words = mark === 'readOnly' ? 'a read-only property' : 'a write-only property';
  const adjective = mark === 'readOnly' ? 'read-only' : 'write-only';
  return [
    ...HIDDEN_EVENTS.flatMap(({ event, meaning, before, after }) =>
      schemaFamily({
        ...HIDDEN,
        event: prefix,
        id: () => `${prefix}-${event}`,
        places,
        meaning: `of ${words}, ${meaning}`,
        cause: ({ part, somewhere }) =>
          `${part}, which is ${adjective} and no part of ${somewhere}, changed: ${meaning}`,
        example: {
          before: withProperty({ ...before, [mark]: true }),
          after: withProperty({ ...after, [mark]: true }),
        },
      }),
    ),
    ...schemaFamily({
      ...HIDDEN,
      event: prefix,
      id: () => `${prefix}-changed`,
      places,
      meaning: `${words} changed in a way that none of the other ids names`,
      cause: ({ part, somewhere }) => `${part}, which is ${adjective} and no part of ${somewhere}, changed`,
      example: {
        before: withProperty({ type: 'string', [mark]: true }),
        after: withProperty({ type: 'number', [mark]: true }),
      },
    }),
  ];
}

/** readOnly properties in requests and writeOnly ones in responses, and properties that turn into them. */
export const accessChecks = [
  ...(['request', 'response'] as const).flatMap((place) => [...moves(place, true), ...moves(place, false)]),
  ...hiddenChecks('request-read-only-property', 'readOnly'),
  ...hiddenChecks('response-write-only-property', 'writeOnly'),
  ...(['required', 'optional'] as const).flatMap((kind) => {
    const required = kind === 'required' ? ['value'] : [];
    const hiddenProperty = withProperty({ ...TEXT, writeOnly: true }, ...required);
    const without = withProperty(null);
    return [
      ...schemaFamily({
        ...HIDDEN,
        event: 'response-write-only-property',
        id: () => `response-${kind}-write-only-property-added`,
        places: IN_RESPONSE,
        meaning: `a write-only property that is ${kind} is new`,
        cause: ({ part, somewhere }) => `${part} is new, write-only and no part of ${somewhere}`,
        example: { before: without, after: hiddenProperty },
      }),
      ...schemaFamily({
        ...HIDDEN,
        event: 'response-write-only-property',
        id: () => `response-${kind}-write-only-property-removed`,
        places: IN_RESPONSE,
        meaning: `a write-only property that was ${kind} is gone`,
        cause: ({ part, somewhere }) => `${part} is gone, which was write-only and no part of ${somewhere}`,
        example: { before: hiddenProperty, after: without },
      }),
    ];
  }),
  ...schemaFamily({
    ...HIDDEN,
    event: 'response-write-only-property',
    id: () => 'response-write-only-property-became-optional',
    places: IN_RESPONSE,
    meaning: 'a write-only property was required and is optional now',
    cause: ({ part, somewhere }) =>
      `${part}, which is write-only and no part of ${somewhere}, is now optional`,
    example: {
      before: withProperty({ ...TEXT, writeOnly: true }, 'value'),
      after: withProperty({ ...TEXT, writeOnly: true }),
    },
  }),
  ...schemaFamily({
    ...HIDDEN,
    event: 'response-write-only-property',
    id: () => 'response-write-only-property-became-required',
    places: IN_RESPONSE,
    meaning: 'a write-only property was optional and is required now',
    cause: ({ part, somewhere }) =>
      `${part}, which is write-only and no part of ${somewhere}, is now required`,
    example: {
      before: withProperty({ ...TEXT, writeOnly: true }),
      after: withProperty({ ...TEXT, writeOnly: true }, 'value'),
    },
  }),
];
