import { free, integer, number, object, type Row, text } from './row.ts';

/** Properties, whether they must be there, which others may, and what each brings with it. */
export const OBJECTS: readonly Row[] = [
  [
    'unevaluated properties',
    object({ a: text() }, { allOf: [{ properties: { b: text() } }] }),
    object({ a: text() }, { allOf: [{ properties: { b: text() } }], unevaluatedProperties: false }),
    [
      'info request-body-unevaluated-properties-added: the request body now restricts properties that nothing declares',
    ],
    [
      'info response-body-unevaluated-properties-added: the 200 response now restricts properties that nothing declares',
    ],
  ],
  [
    'unevaluated properties the same',
    object({ a: text() }, { unevaluatedProperties: number() }),
    object({ a: text({ maxLength: 3 }) }, { unevaluatedProperties: number() }),
    ['error request-property-max-length-set: `a` must now have at most `3` characters in a request'],
    ['info response-property-max-length-set: `a` must now have at most `3` characters in a response'],
  ],
  [
    'unevaluated properties narrowed',
    free({ allOf: [{ properties: { b: text() } }], unevaluatedProperties: number() }),
    free({ allOf: [{ properties: { b: text() } }], unevaluatedProperties: integer() }),
    [
      'error request-body-unevaluated-properties-changed: the request body has another schema for properties that nothing declares',
    ],
    [
      'info response-body-unevaluated-properties-changed: the 200 response has another schema for properties that nothing declares',
    ],
  ],
  [
    'others forbidden',
    free({ additionalProperties: true }),
    free({ additionalProperties: false }),
    [
      'error request-body-additional-properties-forbidden: the request body may no longer carry undeclared properties',
    ],
    [
      'info response-body-additional-properties-forbidden: the 200 response may no longer carry undeclared properties',
    ],
  ],
  [
    'others forbidden where only declared come',
    object({ a: text() }),
    object({ a: text() }, { additionalProperties: false }),
    [
      'info request-body-additional-properties-forbidden: the request body may no longer carry undeclared properties',
    ],
    [
      'info response-body-additional-properties-forbidden: the 200 response may no longer carry undeclared properties',
    ],
  ],
  [
    'others allowed',
    free({ additionalProperties: false }),
    free(),
    ['info request-body-additional-properties-allowed: the request body may now carry undeclared properties'],
    [
      'error response-body-additional-properties-allowed: the 200 response may now carry undeclared properties',
    ],
  ],
  [
    'others restricted',
    free(),
    free({ additionalProperties: text() }),
    [
      'error request-body-additional-properties-restricted: undeclared properties of the request body must now match a schema',
    ],
    [
      'info response-body-additional-properties-restricted: undeclared properties of the 200 response must now match a schema',
    ],
  ],
  [
    'others unrestricted',
    free({ additionalProperties: text() }),
    free({ additionalProperties: true }),
    [
      'info request-body-additional-properties-unrestricted: undeclared properties of the request body no longer have to match a schema',
    ],
    [
      'error response-body-additional-properties-unrestricted: undeclared properties of the 200 response no longer have to match a schema',
    ],
  ],
  [
    'others narrowed',
    free({ additionalProperties: number() }),
    free({ additionalProperties: integer() }),
    ['error request-property-type-changed: each further property became a whole number in a request'],
    [
      'info response-property-type-specialized: each further property is now a whole number only in a response',
    ],
  ],
  ['others in two spellings', free(), free({ additionalProperties: {} }), [], []],
  [
    'names by pattern',
    free(),
    free({ patternProperties: { '^x-': text() } }),
    [
      'error request-body-pattern-property-added: properties of the request body that match `^x-` now have a schema of their own',
    ],
    [
      'info response-body-pattern-property-added: properties of the 200 response that match `^x-` now have a schema of their own',
    ],
  ],
  [
    'names by pattern gone',
    free({ patternProperties: { '^x-': text() } }),
    free(),
    [
      'info request-body-pattern-property-removed: properties of the request body that match `^x-` no longer have a schema of their own',
    ],
    [
      'error response-body-pattern-property-removed: properties of the 200 response that match `^x-` no longer have a schema of their own',
    ],
  ],
  [
    'names by pattern narrowed',
    free({ patternProperties: { '^x-': number() } }),
    free({ patternProperties: { '^x-': integer() } }),
    ['error request-property-type-changed: `/^x-/` became a whole number in a request'],
    ['info response-property-type-specialized: `/^x-/` is now a whole number only in a response'],
  ],
  [
    'names',
    free(),
    free({ propertyNames: { maxLength: 3 } }),
    [
      'error request-body-property-names-added: the property names of the request body must now match a schema',
    ],
    [
      'info response-body-property-names-added: the property names of the 200 response must now match a schema',
    ],
  ],
  [
    'names narrowed',
    free({ propertyNames: { maxLength: 5 } }),
    free({ propertyNames: { maxLength: 3 } }),
    [
      'error request-property-max-length-decreased: each property name must now have at most `3` characters in a request',
    ],
    [
      'info response-property-max-length-decreased: each property name must now have at most `3` characters in a response',
    ],
  ],
  [
    'names gone',
    free({ propertyNames: { maxLength: 3 } }),
    free(),
    [
      'info request-body-property-names-removed: the property names of the request body no longer have to match a schema',
    ],
    [
      'error response-body-property-names-removed: the property names of the 200 response no longer have to match a schema',
    ],
  ],
  [
    'a property that asks for another',
    object({ a: text(), b: text() }),
    object({ a: text(), b: text() }, { dependentRequired: { a: ['b'] } }),
    ['error request-body-dependent-required-added: `a` in the request body now asks for `b`'],
    ['info response-body-dependent-required-added: `a` in the 200 response now asks for `b`'],
  ],
  [
    'a property that no longer asks',
    object({ a: text(), b: text() }, { dependentRequired: { a: ['b'] } }),
    object({ a: text(), b: text() }),
    ['info request-body-dependent-required-removed: `a` in the request body no longer asks for `b`'],
    ['error response-body-dependent-required-removed: `a` in the 200 response no longer asks for `b`'],
  ],
  [
    'a property that asks for one more',
    object({ a: text(), b: text(), c: text() }, { dependentRequired: { a: ['b'] } }),
    object({ a: text(), b: text(), c: text() }, { dependentRequired: { a: ['c', 'b'] } }),
    [
      'error request-body-dependent-required-changed: `a` in the request body now asks for `b` and `c` instead of `b`',
    ],
    [
      'info response-body-dependent-required-changed: `a` in the 200 response now asks for `b` and `c` instead of `b`',
    ],
  ],
  [
    'a property that asks for one less',
    object({ a: text(), b: text(), c: text() }, { dependentRequired: { a: ['c', 'b'] } }),
    object({ a: text(), b: text(), c: text() }, { dependentRequired: { a: ['b'] } }),
    [
      'info request-body-dependent-required-changed: `a` in the request body now asks for `b` instead of `b` and `c`',
    ],
    [
      'error response-body-dependent-required-changed: `a` in the 200 response now asks for `b` instead of `b` and `c`',
    ],
  ],
  [
    'a property that brings a schema',
    object({ a: text(), b: text() }),
    object({ a: text(), b: text() }, { dependentSchemas: { a: { required: ['b'] } } }),
    ['error request-body-dependent-schema-added: `a` now puts the request body under a further schema'],
    ['info response-body-dependent-schema-added: `a` now puts the 200 response under a further schema'],
  ],
  [
    'a property that brings no schema',
    object({ a: text(), b: text() }, { dependentSchemas: { a: { required: ['b'] } } }),
    object({ a: text(), b: text() }),
    [
      'info request-body-dependent-schema-removed: `a` no longer puts the request body under a further schema',
    ],
    [
      'error response-body-dependent-schema-removed: `a` no longer puts the 200 response under a further schema',
    ],
  ],
  [
    'a property that brings another schema',
    object({ a: text(), b: text(), c: text() }, { dependentSchemas: { a: { required: ['b'] } } }),
    object({ a: text(), b: text(), c: text() }, { dependentSchemas: { a: { required: ['c'] } } }),
    ['error request-body-dependent-schema-changed: `a` now puts the request body under another schema'],
    ['error response-body-dependent-schema-changed: `a` now puts the 200 response under another schema'],
  ],
  [
    'a property more',
    object({ a: text() }),
    object({ a: text(), b: text() }),
    ['info new-optional-request-property: a request may now carry `b`'],
    ['info response-optional-property-added: a response may now carry `b`'],
  ],
  [
    'a property less',
    object({ a: text(), b: text() }),
    object({ a: text() }),
    ['warning request-property-removed: `b` is gone from a request'],
    ['warning response-optional-property-removed: `b` is gone from a response'],
  ],
  [
    'a required property more',
    object({ a: text() }),
    object({ a: text(), b: text() }, { required: ['b'] }),
    ['error new-required-request-property: a request now needs `b`'],
    ['info response-required-property-added: a response now always carries `b`'],
  ],
  [
    'a required property less',
    object({ a: text(), b: text() }, { required: ['b'] }),
    object({ a: text() }),
    ['warning request-property-removed: `b` is gone from a request'],
    ['error response-required-property-removed: `b` is gone from a response'],
  ],
  [
    'a required property with default',
    object({ a: text() }),
    object({ a: text(), b: text({ default: 'x' }) }, { required: ['b'] }),
    ['error new-required-request-property-with-default: a request now needs `b`, which has a default'],
    ['info response-required-property-added: a response now always carries `b`'],
  ],
  [
    'a property required',
    object({ a: text() }),
    object({ a: text() }, { required: ['a'] }),
    ['error request-property-became-required: a request now needs `a`'],
    ['info response-property-became-required: `a` is now always in a response'],
  ],
  [
    'a property required with default',
    object({ a: text({ default: 'x' }) }),
    object({ a: text({ default: 'x' }) }, { required: ['a'] }),
    ['error request-property-became-required-with-default: a request now needs `a`, which has a default'],
    ['info response-property-became-required: `a` is now always in a response'],
  ],
  [
    'a property optional',
    object({ a: text() }, { required: ['a'] }),
    object({ a: text() }),
    ['info request-property-became-optional: a request may now leave `a` out'],
    ['error response-property-became-optional: `a` may now be missing from a response'],
  ],
  [
    'a property more where closed',
    object({ a: text() }, { additionalProperties: false }),
    object({ a: text(), b: text() }, { additionalProperties: false }),
    ['info new-optional-request-property: a request may now carry `b`'],
    ['error response-optional-property-added: a response may now carry `b`'],
  ],
  [
    'a property less where closed',
    object({ a: text(), b: text() }, { additionalProperties: false }),
    object({ a: text() }, { additionalProperties: false }),
    ['error request-property-removed: `b` is gone from a request'],
    ['warning response-optional-property-removed: `b` is gone from a response'],
  ],
  [
    'a property more where others are free',
    object({ a: text() }, { additionalProperties: true }),
    object({ a: text(), b: number() }, { additionalProperties: true }),
    ['error new-optional-request-property: a request may now carry `b`'],
    ['info response-optional-property-added: a response may now carry `b`'],
  ],
  [
    'a property less where others are free',
    object({ a: text(), b: number() }, { additionalProperties: true }),
    object({ a: text() }, { additionalProperties: true }),
    ['warning request-property-removed: `b` is gone from a request'],
    ['error response-optional-property-removed: `b` is gone from a response'],
  ],
  [
    'a deprecated property',
    object({ a: text() }),
    object({ a: text({ deprecated: true, 'x-sunset': '2027-01-01' }) }),
    [
      'info request-property-deprecated-with-sunset: `a` is now deprecated and will go on `2027-01-01` in a request',
    ],
    [
      'info response-property-deprecated-with-sunset: `a` is now deprecated and will go on `2027-01-01` in a response',
    ],
  ],
  [
    'a property deprecated no more',
    object({ a: text({ deprecated: true }) }),
    object({ a: text() }),
    ['info request-property-reactivated: `a` is no longer deprecated in a request'],
    ['info response-property-reactivated: `a` is no longer deprecated in a response'],
  ],
  [
    'another sunset',
    object({ a: text({ deprecated: true, 'x-sunset': '2027-01-01' }) }),
    object({ a: text({ deprecated: true, 'x-sunset': '2027-06-01' }) }),
    ['info request-property-sunset-changed: the sunset of `a` is another date in a request'],
    ['info response-property-sunset-changed: the sunset of `a` is another date in a response'],
  ],
  [
    'a sunset comes',
    object({ a: text({ deprecated: true }) }),
    object({ a: text({ deprecated: true, 'x-sunset': '2027-06-01' }) }),
    ['info request-property-sunset-changed: the sunset of `a` is another date in a request'],
    ['info response-property-sunset-changed: the sunset of `a` is another date in a response'],
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
    ['info request-property-stability-increased: `a` is now `stable` instead of `beta` in a request'],
    ['info response-property-stability-increased: `a` is now `stable` instead of `beta` in a response'],
  ],
  [
    'less stable',
    object({ a: text() }),
    object({ a: text({ 'x-stability-level': 'beta' }) }),
    ['error request-property-stability-decreased: `a` is now `beta` instead of `stable` in a request'],
    ['error response-property-stability-decreased: `a` is now `beta` instead of `stable` in a response'],
  ],
  [
    'read only',
    object({ a: text() }),
    object({ a: text({ readOnly: true }) }),
    ['info request-optional-property-became-read-only: `a` is now read-only in a request'],
    ['info response-optional-property-became-read-only: `a` is now read-only in a response'],
  ],
  [
    'read only no more',
    object({ a: text({ readOnly: true }) }),
    object({ a: text() }),
    ['info request-optional-property-became-not-read-only: `a` is no longer read-only in a request'],
    ['info response-optional-property-became-not-read-only: `a` is no longer read-only in a response'],
  ],
  [
    'write only',
    object({ a: text() }),
    object({ a: text({ writeOnly: true }) }),
    ['info request-optional-property-became-write-only: `a` is now write-only in a request'],
    ['info response-optional-property-became-write-only: `a` is now write-only in a response'],
  ],
  [
    'required write only',
    object({ a: text() }, { required: ['a'] }),
    object({ a: text({ writeOnly: true }) }, { required: ['a'] }),
    ['info request-required-property-became-write-only: `a` is now write-only in a request'],
    ['error response-required-property-became-write-only: `a` is now write-only in a response'],
  ],
];
