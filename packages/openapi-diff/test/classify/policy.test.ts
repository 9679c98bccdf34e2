import { describe, expect, test } from '@jest/globals';
import { DEFAULT_POLICY, hasFailed, policyOf } from '../../src/classify/policy.ts';
import { PolicyError } from '../../src/classify/policy-error.ts';

const KNOWN = new Set(['endpoint-added', 'request-property-type-changed']);
const read = (settings: unknown) => policyOf(settings, (id) => KNOWN.has(id));

function problemsOf(settings: unknown): string[] {
  try {
    read(settings);
  } catch (error) {
    if (error instanceof PolicyError)
      return error.problems.map(({ where, message }) => `${where}: ${message}`);
    throw error;
  }
  return [];
}

describe('the policy that settings ask for', () => {
  test.each([[undefined], [{}], [{ responses: {}, deprecation: { graceDays: {} }, levels: {} }]])(
    'is the default where %j says nothing',
    (settings) => {
      expect(read(settings)).toEqual(DEFAULT_POLICY);
    },
  );

  test('asks for no days of grace, for no sunset, and closes no enum, where nothing is set', () => {
    expect(read({})).toEqual({
      levels: new Map(),
      responses: { optional: 'auto', enum: 'open' },
      servers: 'compared',
      deprecation: { sunset: 'optional', graceDays: { draft: 0, alpha: 0, beta: 0, stable: 0 } },
      failOn: 'error',
    });
  });

  test('has what is set and the defaults for the rest', () => {
    const settings = {
      levels: { 'endpoint-added': 'warning' },
      responses: { optional: 'promised', enum: 'closed' },
      servers: 'ignored',
      deprecation: { sunset: 'required', graceDays: { beta: 31, stable: 180 } },
      failOn: 'warning',
    };
    expect(read(settings)).toEqual({
      levels: new Map([['endpoint-added', 'warning']]),
      responses: { optional: 'promised', enum: 'closed' },
      servers: 'ignored',
      deprecation: { sunset: 'required', graceDays: { draft: 0, alpha: 0, beta: 31, stable: 180 } },
      failOn: 'warning',
    });
  });

  test.each([
    ['ERR', 'error'],
    ['warn', 'warning'],
    ['INFO', 'info'],
    ['none', 'none'],
  ])('takes the word %s of other tools for the level %s', (word, level) => {
    expect(read({ levels: { 'endpoint-added': word } }).levels.get('endpoint-added')).toBe(level);
  });

  test.each<[string, unknown, unknown[]]>([
    ['no mapping', 'strict', ['the settings: must be a mapping']],
    ['a list', [], ['the settings: must be a mapping']],
    [
      'an unknown setting',
      { strict: true },
      ['strict: is unknown; known are levels, responses, servers, deprecation, failOn'],
    ],
    [
      'a name too long to be shown',
      { responses: { ['a'.repeat(100)]: 1, ['b'.repeat(101)]: 1 } },
      ['a'.repeat(100), `${'b'.repeat(100)}…`].map(
        (shown) => `responses.${shown}: is unknown; known are optional, enum`,
      ),
    ],
    ['an unknown word', { servers: 'maybe' }, ['servers: must be compared or ignored']],
    ['a part that is no mapping', { responses: 'all' }, ['responses: must be a mapping']],
    ['an unknown id', { levels: { nothing: 'error' } }, ['levels.nothing: no check has this id']],
    [
      'an id that other tools have',
      { levels: { 'api-version-decreased': 'none' } },
      [
        expect.stringMatching(
          /^levels.api-version-decreased: no check has this id\. The document's own version/,
        ),
      ],
    ],
    [
      'an unknown level',
      { levels: { 'endpoint-added': 'bad' } },
      ['levels.endpoint-added: must be error, warning, info or none'],
    ],
    [
      'days that are none',
      { deprecation: { graceDays: { stable: -1, beta: 1.5, alpha: '3', draft: 3_651, solid: 1 } } },
      [
        'deprecation.graceDays.draft: must be a whole number of days from 0 to 3650',
        'deprecation.graceDays.alpha: must be a whole number of days from 0 to 3650',
        'deprecation.graceDays.beta: must be a whole number of days from 0 to 3650',
        'deprecation.graceDays.stable: must be a whole number of days from 0 to 3650',
        'deprecation.graceDays.solid: is unknown; known are draft, alpha, beta, stable',
      ],
    ],
    [
      'several at once',
      { failOn: 'info', responses: { enum: 'ajar', more: 1 } },
      [
        'responses.enum: must be open or closed',
        'failOn: must be error, warning or none',
        'responses.more: is unknown; known are optional, enum',
      ],
    ],
  ])('is refused for %s, which the error names', (_, settings, problems) => {
    expect(problemsOf(settings)).toEqual(problems);
  });

  test.each([0, 1, 3_650])('takes %i days of grace', (days) => {
    expect(read({ deprecation: { graceDays: { beta: days } } }).deprecation.graceDays.beta).toBe(days);
  });

  test('knows no setting by the name of what every object has', () => {
    expect(problemsOf(JSON.parse('{"__proto__": {"failOn": "none"}, "constructor": 1}'))).toHaveLength(2);
  });

  test('says all problems in the message of the error', () => {
    expect(() => read({ servers: 1, failOn: 2 })).toThrow(/servers: must be[\s\S]*failOn: must be/);
  });
});

describe('whether a report has failed', () => {
  test.each([
    [{ error: 1, warning: 0 }, 'error', true],
    [{ error: 0, warning: 1 }, 'error', false],
    [{ error: 0, warning: 1 }, 'warning', true],
    [{ error: 1, warning: 0 }, 'warning', true],
    [{ error: 0, warning: 0 }, 'warning', false],
    [{ error: 1, warning: 1 }, 'none', false],
  ] as const)('with %j and fail-on %s: %s', (summary, failOn, failed) => {
    expect(hasFailed(summary, failOn)).toBe(failed);
  });
});
