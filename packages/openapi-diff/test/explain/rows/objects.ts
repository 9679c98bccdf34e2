import { free, integer, number, object, type Row, text } from './row.ts';

/** Properties, whether they must be there, which others may, and what each brings with it. */
export const OBJECTS: readonly Row[] = [
  [
    'unevaluated properties',
    object({ a: text() }, { allOf: [{ properties: { b: text() } }] }),
    object({ a: text() }, { allOf: [{ properties: { b: text() } }], unevaluatedProperties: false }),
    [
      'info request-body-unevaluated-properties-added: the request body now restricts properties that nothing declares (all → all)',
    ],
    [
      'info response-body-unevaluated-properties-added: the 200 response now restricts properties that nothing declares (all → all)',
    ],
  ],
  [
    'unevaluated properties the same',
    object({ a: text() }, { unevaluatedProperties: number() }),
    object({ a: text({ maxLength: 3 }) }, { unevaluatedProperties: number() }),
    [
      'error request-property-max-length-set: `a` must now have at most `3` characters in a request (/properties/a → /properties/a/maxLength)',
    ],
    [
      'info response-property-max-length-set: `a` must now have at most `3` characters in a response (/properties/a → /properties/a/maxLength)',
    ],
  ],
  [
    'unevaluated properties narrowed',
    free({ allOf: [{ properties: { b: text() } }], unevaluatedProperties: number() }),
    free({ allOf: [{ properties: { b: text() } }], unevaluatedProperties: integer() }),
    [
      'error request-body-unevaluated-properties-changed: the request body has another schema for properties that nothing declares (all → all)',
    ],
    [
      'info response-body-unevaluated-properties-changed: the 200 response has another schema for properties that nothing declares (all → all)',
    ],
  ],
  [
    'others forbidden',
    free({ additionalProperties: true }),
    free({ additionalProperties: false }),
    [
      'error request-body-additional-properties-forbidden: the request body may no longer carry undeclared properties (all → /additionalProperties)',
    ],
    [
      'info response-body-additional-properties-forbidden: the 200 response may no longer carry undeclared properties (all → /additionalProperties)',
    ],
  ],
  [
    'others forbidden where only declared come',
    object({ a: text() }),
    object({ a: text() }, { additionalProperties: false }),
    [
      'info request-body-additional-properties-forbidden: the request body may no longer carry undeclared properties (all → /additionalProperties)',
    ],
    [
      'info response-body-additional-properties-forbidden: the 200 response may no longer carry undeclared properties (all → /additionalProperties)',
    ],
  ],
  [
    'others allowed',
    free({ additionalProperties: false }),
    free(),
    [
      'info request-body-additional-properties-allowed: the request body may now carry undeclared properties (all → all)',
    ],
    [
      'error response-body-additional-properties-allowed: the 200 response may now carry undeclared properties (all → all)',
    ],
  ],
  [
    'others restricted',
    free(),
    free({ additionalProperties: text() }),
    [
      'error request-body-additional-properties-restricted: undeclared properties of the request body must now match a schema (all → /additionalProperties)',
    ],
    [
      'info response-body-additional-properties-restricted: undeclared properties of the 200 response must now match a schema (all → /additionalProperties)',
    ],
  ],
  [
    'others unrestricted',
    free({ additionalProperties: text() }),
    free({ additionalProperties: true }),
    [
      'info request-body-additional-properties-unrestricted: undeclared properties of the request body no longer have to match a schema (all → /additionalProperties)',
    ],
    [
      'error response-body-additional-properties-unrestricted: undeclared properties of the 200 response no longer have to match a schema (all → /additionalProperties)',
    ],
  ],
  [
    'others narrowed',
    free({ additionalProperties: number() }),
    free({ additionalProperties: integer() }),
    [
      'error request-property-type-changed: each further property became a whole number in a request (/additionalProperties/type → /additionalProperties/type)',
    ],
    [
      'info response-property-type-specialized: each further property is now a whole number only in a response (/additionalProperties/type → /additionalProperties/type)',
    ],
  ],
  ['others in two spellings', free(), free({ additionalProperties: {} }), [], []],
  [
    'names by pattern',
    free(),
    free({ patternProperties: { '^x-': text() } }),
    [
      'error request-body-pattern-property-added: properties of the request body that match `^x-` now have a schema of their own (all → all)',
    ],
    [
      'info response-body-pattern-property-added: properties of the 200 response that match `^x-` now have a schema of their own (all → all)',
    ],
  ],
  [
    'names by pattern gone',
    free({ patternProperties: { '^x-': text() } }),
    free(),
    [
      'info request-body-pattern-property-removed: properties of the request body that match `^x-` no longer have a schema of their own (all → all)',
    ],
    [
      'error response-body-pattern-property-removed: properties of the 200 response that match `^x-` no longer have a schema of their own (all → all)',
    ],
  ],
  [
    'names by pattern narrowed',
    free({ patternProperties: { '^x-': number() } }),
    free({ patternProperties: { '^x-': integer() } }),
    [
      'error request-property-type-changed: `/^x-/` became a whole number in a request (/patternProperties/^x-/type → /patternProperties/^x-/type)',
    ],
    [
      'info response-property-type-specialized: `/^x-/` is now a whole number only in a response (/patternProperties/^x-/type → /patternProperties/^x-/type)',
    ],
  ],
  [
    'names',
    free(),
    free({ propertyNames: { maxLength: 3 } }),
    [
      'error request-body-property-names-added: the property names of the request body must now match a schema (all → all)',
    ],
    [
      'info response-body-property-names-added: the property names of the 200 response must now match a schema (all → all)',
    ],
  ],
  [
    'names narrowed',
    free({ propertyNames: { maxLength: 5 } }),
    free({ propertyNames: { maxLength: 3 } }),
    [
      'error request-property-max-length-decreased: each property name must now have at most `3` characters in a request (/propertyNames/maxLength → /propertyNames/maxLength)',
    ],
    [
      'info response-property-max-length-decreased: each property name must now have at most `3` characters in a response (/propertyNames/maxLength → /propertyNames/maxLength)',
    ],
  ],
  [
    'names gone',
    free({ propertyNames: { maxLength: 3 } }),
    free(),
    [
      'info request-body-property-names-removed: the property names of the request body no longer have to match a schema (all → all)',
    ],
    [
      'error response-body-property-names-removed: the property names of the 200 response no longer have to match a schema (all → all)',
    ],
  ],
  [
    'a property that asks for another',
    object({ a: text(), b: text() }),
    object({ a: text(), b: text() }, { dependentRequired: { a: ['b'] } }),
    [
      'error request-body-dependent-required-added: `a` in the request body now asks for `b` (all → /dependentRequired)',
    ],
    [
      'info response-body-dependent-required-added: `a` in the 200 response now asks for `b` (all → /dependentRequired)',
    ],
  ],
  [
    'a property that no longer asks',
    object({ a: text(), b: text() }, { dependentRequired: { a: ['b'] } }),
    object({ a: text(), b: text() }),
    [
      'info request-body-dependent-required-removed: `a` in the request body no longer asks for `b` (all → all)',
    ],
    [
      'error response-body-dependent-required-removed: `a` in the 200 response no longer asks for `b` (all → all)',
    ],
  ],
  [
    'a property that asks for one more',
    object({ a: text(), b: text(), c: text() }, { dependentRequired: { a: ['b'] } }),
    object({ a: text(), b: text(), c: text() }, { dependentRequired: { a: ['c', 'b'] } }),
    [
      'error request-body-dependent-required-changed: `a` in the request body now asks for `b` and `c` instead of `b` (all → /dependentRequired)',
    ],
    [
      'info response-body-dependent-required-changed: `a` in the 200 response now asks for `b` and `c` instead of `b` (all → /dependentRequired)',
    ],
  ],
  [
    'a property that asks for one less',
    object({ a: text(), b: text(), c: text() }, { dependentRequired: { a: ['c', 'b'] } }),
    object({ a: text(), b: text(), c: text() }, { dependentRequired: { a: ['b'] } }),
    [
      'info request-body-dependent-required-changed: `a` in the request body now asks for `b` instead of `b` and `c` (all → /dependentRequired)',
    ],
    [
      'error response-body-dependent-required-changed: `a` in the 200 response now asks for `b` instead of `b` and `c` (all → /dependentRequired)',
    ],
  ],
  [
    'a property that brings a schema',
    object({ a: text(), b: text() }),
    object({ a: text(), b: text() }, { dependentSchemas: { a: { required: ['b'] } } }),
    [
      'error request-body-dependent-schema-added: `a` now puts the request body under a further schema (all → all)',
    ],
    [
      'info response-body-dependent-schema-added: `a` now puts the 200 response under a further schema (all → all)',
    ],
  ],
  [
    'a property that brings no schema',
    object({ a: text(), b: text() }, { dependentSchemas: { a: { required: ['b'] } } }),
    object({ a: text(), b: text() }),
    [
      'info request-body-dependent-schema-removed: `a` no longer puts the request body under a further schema (all → all)',
    ],
    [
      'error response-body-dependent-schema-removed: `a` no longer puts the 200 response under a further schema (all → all)',
    ],
  ],
  [
    'a property that brings another schema',
    object({ a: text(), b: text(), c: text() }, { dependentSchemas: { a: { required: ['b'] } } }),
    object({ a: text(), b: text(), c: text() }, { dependentSchemas: { a: { required: ['c'] } } }),
    [
      'error request-body-dependent-schema-changed: `a` now puts the request body under another schema (all → all)',
    ],
    [
      'error response-body-dependent-schema-changed: `a` now puts the 200 response under another schema (all → all)',
    ],
  ],
  [
    'a property more',
    object({ a: text() }),
    object({ a: text(), b: text() }),
    ['info new-optional-request-property: a request may now carry `b` (nowhere → /properties/b)'],
    ['info response-optional-property-added: a response may now carry `b` (nowhere → /properties/b)'],
  ],
  [
    'a property less',
    object({ a: text(), b: text() }),
    object({ a: text() }),
    ['warning request-property-removed: `b` is gone from a request (/properties/b → nowhere)'],
    ['warning response-optional-property-removed: `b` is gone from a response (/properties/b → nowhere)'],
  ],
  [
    'a required property more',
    object({ a: text() }),
    object({ a: text(), b: text() }, { required: ['b'] }),
    ['error new-required-request-property: a request now needs `b` (nowhere → /properties/b)'],
    ['info response-required-property-added: a response now always carries `b` (nowhere → /properties/b)'],
  ],
  [
    'a required property less',
    object({ a: text(), b: text() }, { required: ['b'] }),
    object({ a: text() }),
    ['warning request-property-removed: `b` is gone from a request (/properties/b → nowhere)'],
    ['error response-required-property-removed: `b` is gone from a response (/properties/b → nowhere)'],
  ],
  [
    'a required property with default',
    object({ a: text() }),
    object({ a: text(), b: text({ default: 'x' }) }, { required: ['b'] }),
    [
      'error new-required-request-property-with-default: a request now needs `b`, which has a default (nowhere → /properties/b)',
    ],
    ['info response-required-property-added: a response now always carries `b` (nowhere → /properties/b)'],
  ],
  [
    'a property required',
    object({ a: text() }),
    object({ a: text() }, { required: ['a'] }),
    ['error request-property-became-required: a request now needs `a` (/properties/a → /properties/a)'],
    [
      'info response-property-became-required: `a` is now always in a response (/properties/a → /properties/a)',
    ],
  ],
  [
    'a property required with default',
    object({ a: text({ default: 'x' }) }),
    object({ a: text({ default: 'x' }) }, { required: ['a'] }),
    [
      'error request-property-became-required-with-default: a request now needs `a`, which has a default (/properties/a → /properties/a)',
    ],
    [
      'info response-property-became-required: `a` is now always in a response (/properties/a → /properties/a)',
    ],
  ],
  [
    'a property optional',
    object({ a: text() }, { required: ['a'] }),
    object({ a: text() }),
    [
      'info request-property-became-optional: a request may now leave `a` out (/properties/a → /properties/a)',
    ],
    [
      'error response-property-became-optional: `a` may now be missing from a response (/properties/a → /properties/a)',
    ],
  ],
  [
    'a property more where closed',
    object({ a: text() }, { additionalProperties: false }),
    object({ a: text(), b: text() }, { additionalProperties: false }),
    ['info new-optional-request-property: a request may now carry `b` (nowhere → /properties/b)'],
    ['error response-optional-property-added: a response may now carry `b` (nowhere → /properties/b)'],
  ],
  [
    'a property less where closed',
    object({ a: text(), b: text() }, { additionalProperties: false }),
    object({ a: text() }, { additionalProperties: false }),
    ['error request-property-removed: `b` is gone from a request (/properties/b → nowhere)'],
    ['warning response-optional-property-removed: `b` is gone from a response (/properties/b → nowhere)'],
  ],
  [
    'a property more where others are free',
    object({ a: text() }, { additionalProperties: true }),
    object({ a: text(), b: number() }, { additionalProperties: true }),
    ['error new-optional-request-property: a request may now carry `b` (nowhere → /properties/b)'],
    ['info response-optional-property-added: a response may now carry `b` (nowhere → /properties/b)'],
  ],
  [
    'a property less where others are free',
    object({ a: text(), b: number() }, { additionalProperties: true }),
    object({ a: text() }, { additionalProperties: true }),
    ['warning request-property-removed: `b` is gone from a request (/properties/b → nowhere)'],
    ['error response-optional-property-removed: `b` is gone from a response (/properties/b → nowhere)'],
  ],
  [
    'a deprecated property',
    object({ a: text() }),
    object({ a: text({ deprecated: true, 'x-sunset': '2027-01-01' }) }),
    [
      'info request-property-deprecated-with-sunset: `a` is now deprecated and will go on `2027-01-01` in a request (/properties/a → /properties/a/deprecated)',
    ],
    [
      'info response-property-deprecated-with-sunset: `a` is now deprecated and will go on `2027-01-01` in a response (/properties/a → /properties/a/deprecated)',
    ],
  ],
  [
    'a property deprecated no more',
    object({ a: text({ deprecated: true }) }),
    object({ a: text() }),
    [
      'info request-property-reactivated: `a` is no longer deprecated in a request (/properties/a/deprecated → /properties/a)',
    ],
    [
      'info response-property-reactivated: `a` is no longer deprecated in a response (/properties/a/deprecated → /properties/a)',
    ],
  ],
  [
    'another sunset',
    object({ a: text({ deprecated: true, 'x-sunset': '2027-01-01' }) }),
    object({ a: text({ deprecated: true, 'x-sunset': '2027-06-01' }) }),
    [
      'info request-property-sunset-changed: the sunset of `a` is another date in a request (/properties/a/x-sunset → /properties/a/x-sunset)',
    ],
    [
      'info response-property-sunset-changed: the sunset of `a` is another date in a response (/properties/a/x-sunset → /properties/a/x-sunset)',
    ],
  ],
  [
    'a sunset comes',
    object({ a: text({ deprecated: true }) }),
    object({ a: text({ deprecated: true, 'x-sunset': '2027-06-01' }) }),
    [
      'info request-property-sunset-changed: the sunset of `a` is another date in a request (/properties/a → /properties/a/x-sunset)',
    ],
    [
      'info response-property-sunset-changed: the sunset of `a` is another date in a response (/properties/a → /properties/a/x-sunset)',
    ],
  ],
  [
    'a sunset without deprecation',
    object({ a: text() }),
    object({ a: text({ 'x-sunset': '2027-06-01' }) }),
    [],
    [],
  ],
  [
    'more stable',
    object({ a: text({ 'x-stability-level': 'beta' }) }),
    object({ a: text({ 'x-stability-level': 'stable' }) }),
    [
      'info request-property-stability-increased: `a` is now `stable` instead of `beta` in a request (/properties/a/x-stability-level → /properties/a/x-stability-level)',
    ],
    [
      'info response-property-stability-increased: `a` is now `stable` instead of `beta` in a response (/properties/a/x-stability-level → /properties/a/x-stability-level)',
    ],
  ],
  [
    'less stable',
    object({ a: text() }),
    object({ a: text({ 'x-stability-level': 'beta' }) }),
    [
      'error request-property-stability-decreased: `a` is now `beta` instead of `stable` in a request (/properties/a → /properties/a/x-stability-level)',
    ],
    [
      'error response-property-stability-decreased: `a` is now `beta` instead of `stable` in a response (/properties/a → /properties/a/x-stability-level)',
    ],
  ],
  [
    'read only',
    object({ a: text() }),
    object({ a: text({ readOnly: true }) }),
    [
      'info request-optional-property-became-read-only: `a` is now read-only in a request (/properties/a → /properties/a)',
    ],
    [
      'info response-optional-property-became-read-only: `a` is now read-only in a response (/properties/a → /properties/a)',
    ],
  ],
  [
    'read only no more',
    object({ a: text({ readOnly: true }) }),
    object({ a: text() }),
    [
      'info request-optional-property-became-not-read-only: `a` is no longer read-only in a request (/properties/a → /properties/a)',
    ],
    [
      'info response-optional-property-became-not-read-only: `a` is no longer read-only in a response (/properties/a → /properties/a)',
    ],
  ],
  [
    'write only',
    object({ a: text() }),
    object({ a: text({ writeOnly: true }) }),
    [
      'info request-optional-property-became-write-only: `a` is now write-only in a request (/properties/a → /properties/a)',
    ],
    [
      'info response-optional-property-became-write-only: `a` is now write-only in a response (/properties/a → /properties/a)',
    ],
  ],
  [
    'required write only',
    object({ a: text() }, { required: ['a'] }),
    object({ a: text({ writeOnly: true }) }, { required: ['a'] }),
    [
      'info request-required-property-became-write-only: `a` is now write-only in a request (/properties/a → /properties/a)',
    ],
    [
      'error response-required-property-became-write-only: `a` is now write-only in a response (/properties/a → /properties/a)',
    ],
  ],
];
