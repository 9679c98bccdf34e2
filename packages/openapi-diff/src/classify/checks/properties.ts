import type { SchemaPlace } from '../../compare/explain/schema-place.ts';
import { schemaFamily } from '../family.ts';

const REQUEST: readonly SchemaPlace[] = ['request-body', 'request-parameter'];
const RESPONSE: readonly SchemaPlace[] = ['response-body'];

/** What a property is called in the ids about a whole body or parameter. */
function propertyOf(place: SchemaPlace): string {
  return place === 'request-parameter' ? 'request-parameter-property' : 'request-property';
}

function newProperty(kind: 'required' | 'optional', suffix = ''): (place: SchemaPlace) => string {
  return (place) => `new-${kind}-${propertyOf(place)}${suffix}`;
}

const ID = { type: 'object', properties: { id: { type: 'integer' } } } as const;
const REQUIRED_ID = { ...ID, required: ['id'] } as const;
const NAME = { name: { type: 'string' } } as const;
const ID_AND_NAME = { type: 'object', properties: { ...ID.properties, ...NAME } } as const;
const BOTH_REQUIRED = { ...ID_AND_NAME, required: ['id', 'name'] } as const;
const NAME_WITH_DEFAULT = {
  type: 'object',
  properties: { ...ID.properties, name: { type: 'string', default: 'Ada' } },
} as const;

/** Properties that come, go, and turn required or optional. */
export const propertyChecks = [
  ...schemaFamily({
    event: 'new-required-property',
    id: newProperty('required'),
    places: REQUEST,
    area: 'properties',
    effect: 'narrows',
    meaning: 'a property is new and required',
    cause: ({ part, somewhere }) => `${somewhere} now needs ${part}`,
    because: ({ part }) => `${part} is required`,
    example: { before: ID, after: { ...ID_AND_NAME, required: ['name'] } },
  }),
  ...schemaFamily({
    event: 'new-required-property-with-default',
    id: newProperty('required', '-with-default'),
    places: REQUEST,
    area: 'properties',
    effect: 'narrows',
    meaning: 'a property is new and required, though it has a default',
    cause: ({ part, somewhere }) => `${somewhere} now needs ${part}, which has a default`,
    because: ({ part }) => `${part} is required, and its default does not stand in for it`,
    example: { before: ID, after: { ...NAME_WITH_DEFAULT, required: ['name'] } },
  }),
  ...schemaFamily({
    event: 'new-optional-property',
    id: newProperty('optional'),
    places: REQUEST,
    area: 'properties',
    effect: 'widens',
    meaning:
      'a property is new and optional; it breaks only where such a property could be sent before and had other values',
    cause: ({ part, somewhere }) => `${somewhere} may now carry ${part}`,
    because: ({ part, text }) => `${part} could be sent before and must now be ${text('to')}`,
    example: { before: ID, after: ID_AND_NAME },
  }),
  ...schemaFamily({
    event: 'property-removed',
    id: (place) => `${propertyOf(place)}-removed`,
    places: REQUEST,
    area: 'properties',
    effect: 'none',
    law: 'custom',
    levels: () => ({ safe: 'warning' }),
    meaning:
      'a property is gone: sending it is still allowed unless the object is closed, but it has no effect any more',
    cause: ({ part, somewhere }) => `${part} is gone from ${somewhere}`,
    because: ({ part }) => `${part} is no longer allowed`,
    example: { before: ID_AND_NAME, after: ID },
  }),
  ...schemaFamily({
    event: 'property-became-required',
    id: (place) => `${propertyOf(place)}-became-required`,
    places: REQUEST,
    area: 'properties',
    effect: 'narrows',
    meaning: 'a property was optional and is required now',
    cause: ({ part, somewhere }) => `${somewhere} now needs ${part}`,
    because: ({ part }) => `${part} is required`,
    example: { before: ID, after: REQUIRED_ID },
  }),
  ...schemaFamily({
    event: 'property-became-required-with-default',
    id: (place) => `${propertyOf(place)}-became-required-with-default`,
    places: REQUEST,
    area: 'properties',
    effect: 'narrows',
    meaning: 'a property was optional and is required now, though it has a default',
    cause: ({ part, somewhere }) => `${somewhere} now needs ${part}, which has a default`,
    because: ({ part }) => `${part} is required, and its default does not stand in for it`,
    example: { before: NAME_WITH_DEFAULT, after: { ...NAME_WITH_DEFAULT, required: ['name'] } },
  }),
  ...schemaFamily({
    event: 'property-became-optional',
    id: (place) => `${propertyOf(place)}-became-optional`,
    places: REQUEST,
    area: 'properties',
    effect: 'widens',
    meaning: 'a property was required and is optional now',
    cause: ({ part, somewhere }) => `${somewhere} may now leave ${part} out`,
    example: { before: REQUIRED_ID, after: ID },
  }),
  ...schemaFamily({
    event: 'new-required-property',
    id: () => 'new-required-request-header-property',
    places: ['request-parameter'],
    area: 'properties',
    effect: 'narrows',
    meaning: 'an object in a header got a property that is required',
    cause: ({ part, somewhere }) => `${somewhere} now needs ${part}`,
    because: ({ part }) => `${part} is required`,
    example: { before: ID, after: { ...ID_AND_NAME, required: ['name'] } },
    parameterIn: 'header',
  }),
  ...schemaFamily({
    event: 'property-became-required',
    id: () => 'request-header-property-became-required',
    places: ['request-parameter'],
    area: 'properties',
    effect: 'narrows',
    meaning: 'a property of an object in a header was optional and is required now',
    cause: ({ part, somewhere }) => `${somewhere} now needs ${part}`,
    because: ({ part }) => `${part} is required`,
    example: { before: ID, after: REQUIRED_ID },
    parameterIn: 'header',
  }),
  ...schemaFamily({
    event: 'response-required-property-added',
    id: () => 'response-required-property-added',
    places: RESPONSE,
    area: 'properties',
    effect: 'narrows',
    meaning: 'a property is new and always there; it breaks only where the object was closed',
    cause: ({ part, somewhere }) => `${somewhere} now always carries ${part}`,
    because: ({ part }) => `${part} was not allowed`,
    example: { before: REQUIRED_ID, after: BOTH_REQUIRED },
  }),
  ...schemaFamily({
    event: 'response-optional-property-added',
    id: () => 'response-optional-property-added',
    places: RESPONSE,
    area: 'properties',
    effect: 'narrows',
    meaning: 'a property is new and may be there; it breaks only where the object was closed',
    cause: ({ part, somewhere }) => `${somewhere} may now carry ${part}`,
    because: ({ part }) => `${part} was not allowed`,
    example: { before: ID, after: ID_AND_NAME },
  }),
  ...schemaFamily({
    event: 'response-required-property-removed',
    id: () => 'response-required-property-removed',
    places: RESPONSE,
    area: 'properties',
    effect: 'widens',
    meaning: 'a property that was always there is gone',
    cause: ({ part, somewhere }) => `${part} is gone from ${somewhere}`,
    because: ({ part }) => `${part} was always there`,
    example: { before: BOTH_REQUIRED, after: REQUIRED_ID },
  }),
  ...schemaFamily({
    event: 'response-optional-property-removed',
    id: () => 'response-optional-property-removed',
    places: RESPONSE,
    area: 'properties',
    effect: 'none',
    law: 'custom',
    levels: () => ({ safe: 'warning' }),
    meaning:
      'a property that might be there is gone: a warning, and an error where `responses.optional` counts every declared property as promised',
    cause: ({ part, somewhere }) => `${part} is gone from ${somewhere}`,
    because: ({ part }) => `${part} was declared, and this document counts what it declares as promised`,
    example: { before: { ...ID_AND_NAME, required: ['id'] }, after: REQUIRED_ID },
  }),
  ...schemaFamily({
    event: 'response-property-became-optional',
    id: () => 'response-property-became-optional',
    places: RESPONSE,
    area: 'properties',
    effect: 'widens',
    meaning: 'a property that was always there may be missing',
    cause: ({ part, somewhere }) => `${part} may now be missing from ${somewhere}`,
    because: ({ part }) => `${part} was always there`,
    example: { before: BOTH_REQUIRED, after: { ...ID_AND_NAME, required: ['id'] } },
  }),
  ...schemaFamily({
    event: 'response-property-became-required',
    id: () => 'response-property-became-required',
    places: RESPONSE,
    area: 'properties',
    effect: 'narrows',
    meaning: 'a property that might be missing is always there',
    cause: ({ part, somewhere }) => `${part} is now always in ${somewhere}`,
    example: { before: { ...ID_AND_NAME, required: ['id'] }, after: BOTH_REQUIRED },
  }),
];
