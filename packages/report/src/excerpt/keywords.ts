/** Keywords whose keys are names: what stands below one is told by its neighbours, not by all of them. */
const MAPS: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  'dependentSchemas',
  'dependentRequired',
  '$defs',
  'definitions',
  'schemas',
  'responses',
  'parameters',
  'requestBodies',
  'content',
  'headers',
  'securitySchemes',
  'paths',
  'webhooks',
  'x-webhooks',
  'callbacks',
  'links',
  'mapping',
  'scopes',
  'variables',
]);

/** Whether what stands below this key is named by people rather than by the specification. */
export function isMap(key: string | null): boolean {
  return key !== null && MAPS.has(key);
}

/** What documents say for people alone: long, and no part of any contract. */
const ANNOTATIONS: ReadonlySet<string> = new Set([
  'description',
  'summary',
  'title',
  'example',
  'examples',
  'externalDocs',
  'x-enum-descriptions',
]);

/** Extensions that say something of the contract; all others are a tool's own. */
const TELLING_EXTENSIONS: ReadonlySet<string> = new Set([
  'x-nullable',
  'x-extensible-enum',
  'x-sunset',
  'x-stability-level',
  'x-webhooks',
]);

/** Whether a keyword is left out of what is shown around a change. */
export function isAnnotation(key: string): boolean {
  return ANNOTATIONS.has(key) || (key.startsWith('x-') && !TELLING_EXTENSIONS.has(key));
}

/** Keywords that say one thing together, so that a change of one may be written in another. */
const COMPANIONS: Readonly<Record<string, readonly string[]>> = {
  type: ['nullable', 'x-nullable'],
  nullable: ['type'],
  minimum: ['exclusiveMinimum'],
  exclusiveMinimum: ['minimum'],
  maximum: ['exclusiveMaximum'],
  exclusiveMaximum: ['maximum'],
};

/** Whether what differs at `key` is part of what happened to `changed` beside it. */
export function isCompanion(key: string, changed: string): boolean {
  return Object.hasOwn(COMPANIONS, changed) && (COMPANIONS[changed] ?? []).includes(key);
}

/** Where a walk up from a changed part ends: what stands above is no schema any more. */
export const HOLDERS: ReadonlySet<string> = new Set([
  'schema',
  'schemas',
  'definitions',
  'parameters',
  'responses',
  'requestBodies',
  'content',
  'headers',
  'paths',
]);
