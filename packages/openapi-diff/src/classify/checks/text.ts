import { schemaFamily } from '../family.ts';

const CONTENT_WHY =
  'JSON Schema does not check what a text contains: the same texts are allowed, but who reads them must decode them differently';

/** Patterns, and what is said of the content of text. */
export const textChecks = [
  ...schemaFamily({
    event: 'pattern-added',
    area: 'patterns',
    effect: 'narrows',
    meaning: 'text must match a pattern from now on',
    cause: ({ part, name, inside }) => `${part} must now match ${name('to')}${inside}`,
    because: ({ part, name }) => `${part} must match ${name('to')}`,
    example: { before: { type: 'string' }, after: { type: 'string', pattern: '^[a-z]+$' } },
  }),
  ...schemaFamily({
    event: 'pattern-removed',
    area: 'patterns',
    effect: 'widens',
    meaning: 'text no longer has to match a pattern',
    cause: ({ part, name, inside }) => `${part} no longer has to match ${name('from')}${inside}`,
    because: ({ part, name }) => `${part} matched ${name('from')}`,
    example: { before: { type: 'string', pattern: '^[a-z]+$' }, after: { type: 'string' } },
    differs: [
      {
        at: ['response-property'],
        listed: 'info',
        why: 'text may now arrive that the pattern ruled out',
      },
    ],
  }),
  ...schemaFamily({
    event: 'pattern-changed',
    area: 'patterns',
    effect: 'either',
    meaning: 'the pattern of a text leaves out something that the old one matched',
    cause: ({ part, name, inside }) => `${part} must match ${name('to')} instead of ${name('from')}${inside}`,
    because: ({ part, name }) => `${part} had to match ${name('from')} and must now match ${name('to')}`,
    example: {
      before: { type: 'string', pattern: '^[a-f]+$' },
      after: { type: 'string', pattern: '^[d-k]+$' },
    },
    differs: [
      {
        at: ['request-parameter', 'request-property'],
        listed: 'warning',
        why: 'patterns are compared by what they match: a text that only the old one takes is a proof',
      },
      {
        at: ['response-property'],
        listed: 'info',
        why: 'patterns are compared by what they match: a text that only the new one takes is a proof',
      },
    ],
  }),
  ...schemaFamily({
    event: 'pattern-generalized',
    area: 'patterns',
    effect: 'widens',
    meaning: 'the pattern of a text matches all that it did, and more',
    cause: ({ part, name, inside }) =>
      `${part} may match ${name('to')}, which is wider than ${name('from')}${inside}`,
    because: ({ part, name }) => `${part} matched ${name('from')}`,
    example: {
      before: { type: 'string', pattern: '^[a-f]+$' },
      after: { type: 'string', pattern: '^[a-z]+$' },
    },
  }),
  ...schemaFamily({
    event: 'content-encoding-changed',
    area: 'types',
    effect: 'none',
    law: 'custom',
    meaning: 'a text is encoded in another way (`contentEncoding`)',
    levels: () => ({ safe: 'warning' }),
    cause: ({ part, text, inside }) =>
      `${part} is now encoded as ${text('to')} instead of ${text('from')}${inside}`,
    example: {
      before: { type: 'string', contentEncoding: 'base64' },
      after: { type: 'string', contentEncoding: 'base32' },
    },
    differs: [
      {
        at: ['request-body', 'request-property', 'response-body', 'response-property'],
        listed: 'error',
        why: CONTENT_WHY,
      },
    ],
  }),
  ...schemaFamily({
    event: 'content-media-type-changed',
    area: 'types',
    effect: 'none',
    law: 'custom',
    meaning: 'a text carries another media type (`contentMediaType`)',
    levels: () => ({ safe: 'warning' }),
    cause: ({ part, text, inside }) =>
      `${part} now carries ${text('to')} instead of ${text('from')}${inside}`,
    example: {
      before: { type: 'string', contentMediaType: 'application/json' },
      after: { type: 'string', contentMediaType: 'application/xml' },
    },
    differs: [
      {
        at: ['request-body', 'request-property', 'response-body', 'response-property'],
        listed: 'error',
        why: CONTENT_WHY,
      },
    ],
  }),
  ...schemaFamily({
    event: 'content-schema-added',
    area: 'types',
    effect: 'none',
    law: 'custom',
    meaning: 'a schema describes what is written inside a text (`contentSchema`)',
    levels: (direction) => (direction === 'request' ? { safe: 'warning' } : {}),
    cause: ({ part, inside }) => `what is written inside ${part} now has a schema${inside}`,
    example: {
      before: { type: 'string', contentMediaType: 'application/json' },
      after: { type: 'string', contentMediaType: 'application/json', contentSchema: { type: 'object' } },
    },
    differs: [{ at: ['request-body', 'request-property'], listed: 'error', why: CONTENT_WHY }],
  }),
  ...schemaFamily({
    event: 'content-schema-removed',
    area: 'types',
    effect: 'none',
    law: 'custom',
    meaning: 'no schema describes any more what is written inside a text (`contentSchema`)',
    levels: (direction) => (direction === 'response' ? { safe: 'warning' } : {}),
    cause: ({ part, inside }) => `what is written inside ${part} no longer has a schema${inside}`,
    example: {
      before: { type: 'string', contentMediaType: 'application/json', contentSchema: { type: 'object' } },
      after: { type: 'string', contentMediaType: 'application/json' },
    },
    differs: [{ at: ['response-body', 'response-property'], listed: 'error', why: CONTENT_WHY }],
  }),
  ...schemaFamily({
    event: 'content-schema-changed',
    area: 'types',
    effect: 'none',
    law: 'custom',
    meaning: 'another schema describes what is written inside a text (`contentSchema`)',
    levels: () => ({ safe: 'warning' }),
    cause: ({ part, inside }) => `what is written inside ${part} has another schema${inside}`,
    example: {
      before: { type: 'string', contentMediaType: 'application/json', contentSchema: { type: 'object' } },
      after: { type: 'string', contentMediaType: 'application/json', contentSchema: { type: 'array' } },
    },
  }),
];
