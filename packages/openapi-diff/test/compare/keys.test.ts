import { describe, expect, test } from '@jest/globals';
import { isAnnotation } from '../../src/compare/lockstep/keys.ts';

/** Whether a key below others is a word that changes no exchange. */
const isWord = (key: string, ...above: readonly string[]) => isAnnotation(key, above, above.length);

describe('a key whose value changes no exchange', () => {
  test.each(['description', 'summary', 'title', 'example', 'examples', 'externalDocs', 'x-internal', 'x-'])(
    'is %s',
    (key) => {
      expect([isWord(key), isWord(key, 'requestBody'), isWord(key, 'properties', 'a')]).toEqual([
        true,
        true,
        true,
      ]);
    },
  );

  test.each([
    'type',
    'x',
    'X-internal',
    'descriptions',
    'x-sunset',
    'x-stability-level',
    'x-extensible-enum',
    'x-nullable',
    'x-webhooks',
  ])('is not %s', (key) => {
    expect([isWord(key), isWord(key, 'requestBody'), isWord(key, 'properties', 'a')]).toEqual([
      false,
      false,
      false,
    ]);
  });

  test.each([
    ...['properties', 'patternProperties', 'dependentSchemas', 'dependentRequired', 'dependencies'],
    ...[
      'definitions',
      '$defs',
      'schemas',
      'responses',
      'parameters',
      'headers',
      'requestBodies',
      'callbacks',
    ],
    ...['links', 'pathItems', 'mediaTypes', 'content', 'encoding', 'mapping', 'variables', 'scopes'],
    ...['securitySchemes', 'securityDefinitions'],
  ])('is none where it is a name: below %s', (names) => {
    expect(isWord('title', names)).toBe(false);
    // Below a name, keys are keywords again.
    expect(isWord('title', names, 'title')).toBe(true);
    expect(isWord('title', names, 'title', names)).toBe(false);
    // A name that reads like a map of names is none.
    expect(isWord('title', names, names)).toBe(true);
  });

  test.each(['enum', 'const', 'default', 'security'])('is none in data: below %s', (keyword) => {
    expect(isWord('title', keyword)).toBe(false);
    expect(isWord('title', keyword, '', 'a')).toBe(false);
    expect(isWord('title', 'properties', 'a', keyword, '')).toBe(false);
    // A property of that name is none of the keywords.
    expect(isWord('title', 'properties', keyword)).toBe(true);
  });

  test('is looked for below as many keys as are told', () => {
    expect(isAnnotation('title', ['properties', 'a'], 1)).toBe(false);
    expect(isAnnotation('title', ['properties', 'a'], 2)).toBe(true);
    expect(isAnnotation('title', ['properties', 'a'], 0)).toBe(true);
    expect(isAnnotation('title', ['requestBody', 'enum'], 1)).toBe(true);
  });
});
