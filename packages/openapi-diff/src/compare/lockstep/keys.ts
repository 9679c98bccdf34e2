/** Keys whose values say nothing about any exchange, where they aren't names. */
const ANNOTATIONS = new Set(['description', 'summary', 'title', 'example', 'examples', 'externalDocs']);

/** Extensions that mean something to the engine; all others are words. */
const MEANINGFUL_EXTENSIONS = new Set([
  'x-sunset',
  'x-stability-level',
  'x-extensible-enum',
  'x-nullable',
  'x-webhooks',
]);

/** Keys whose values are maps from names, so that a key in there is never a keyword. */
const NAME_MAPS = new Set([
  'properties',
  'patternProperties',
  'dependentSchemas',
  'dependentRequired',
  'dependencies',
  'definitions',
  '$defs',
  'schemas',
  'responses',
  'parameters',
  'headers',
  'requestBodies',
  'callbacks',
  'links',
  'pathItems',
  'mediaTypes',
  'content',
  'encoding',
  'mapping',
  'variables',
  'scopes',
  'securitySchemes',
  'securityDefinitions',
]);

/** Keys below which every key counts: data, and requirements, whose keys are names at any depth. */
const LITERAL = new Set(['enum', 'const', 'default', 'security']);

/**
 * Whether what stands under a key may differ without any exchange being different.
 * `above` are the keys that lead to it from the top of an operation or a component (the
 * first `count` of them; an array's index is the empty key).
 */
export function isAnnotation(key: string, above: readonly string[], count: number): boolean {
  if (!ANNOTATIONS.has(key) && (!key.startsWith('x-') || MEANINGFUL_EXTENSIONS.has(key))) return false;
  let isName = false;
  for (let index = 0; index < count; index += 1) {
    const step = above[index] ?? '';
    if (!isName && LITERAL.has(step)) return false;
    isName = !isName && NAME_MAPS.has(step);
  }
  return !isName;
}
