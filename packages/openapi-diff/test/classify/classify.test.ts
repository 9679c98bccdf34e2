import { describe, expect, test } from '@jest/globals';
import { classify, UnknownCheckError } from '../../src/classify/classify.ts';
import { type LevelSetting, type PolicySettings, policyOf } from '../../src/classify/policy.ts';
import type { Finding } from '../../src/compare/finding.ts';
import { BOUNDS } from '../../src/compare/relate/limits.ts';
import { finding, jsonDocument, siteAt } from '../report-fixture.ts';

const NOW = new Date('2029-06-01T12:00:00Z');

function levelOf(different: Partial<Finding>, settings: PolicySettings = {}, now = NOW): string {
  const policy = policyOf(settings, () => true);
  const [first] = classify([finding(different)], { policy, now });
  return first === undefined ? 'left out' : first.level;
}

function messageOf(different: Partial<Finding>): string {
  const [first] = classify([finding(different)], { policy: policyOf({}, () => true), now: NOW });
  return first?.message ?? '';
}

const { place } = finding();
const ENUM_ADDED: Partial<Finding> = {
  id: 'response-property-enum-value-added',
  args: { values: '`sent`', known: '`new`' },
};

describe('the level of a finding', () => {
  test.each([
    ['breaking', 'error'],
    ['undecided', 'warning'],
    ['safe', 'info'],
  ] as const)('that is %s is %s where nothing is set', (ruling, level) => {
    expect(levelOf({ ruling })).toBe(level);
  });

  test.each([
    ['warning', 'breaking', 'warning'],
    ['info', 'breaking', 'info'],
    ['none', 'breaking', 'left out'],
    ['error', 'safe', 'info'],
    ['error', 'undecided', 'warning'],
    ['info', 'undecided', 'info'],
    ['none', 'safe', 'left out'],
  ] as const)('set to %s for an id that usually breaks is, for a %s one, %s', (set, ruling, level) => {
    expect(levelOf({ ruling }, { levels: { 'response-property-type-changed': set } })).toBe(level);
  });

  test('what a bound of the engine left undecided is an error, unless it was set to be less', () => {
    const open: Partial<Finding> = { ruling: 'undecided', witness: null, reason: BOUNDS.steps };
    const set = (level: LevelSetting) => ({ levels: { 'response-property-type-changed': level } });
    expect(levelOf(open)).toBe('error');
    expect(levelOf(open, set('warning'))).toBe('warning');
    expect(levelOf(open, set('none'))).toBe('left out');
  });

  test('set for an id that is usually safe holds for the safe ones', () => {
    const deprecated = { id: 'endpoint-deprecated', ruling: 'safe', args: {} } as const;
    expect(levelOf(deprecated, { levels: { 'endpoint-deprecated': 'error' } })).toBe('error');
  });

  test('a new value of an enum in a response is a warning, an error where enums are closed', () => {
    expect(levelOf(ENUM_ADDED)).toBe('warning');
    expect(levelOf(ENUM_ADDED, { responses: { enum: 'closed' } })).toBe('error');
  });

  test('a new value of an enum that a request sends is judged by the law alone', () => {
    const sent: Partial<Finding> = {
      id: 'request-property-enum-value-added',
      place: { ...place, kind: 'request-body', direction: 'request' },
      args: { values: '`sent`', known: '`new`' },
    };
    expect(levelOf(sent, { responses: { enum: 'closed' } })).toBe('error');
  });

  test('a new value of an enum that a request sends is no warning where enums are open', () => {
    const sent: Partial<Finding> = {
      id: 'request-property-enum-value-added',
      place: { ...place, kind: 'request-body', direction: 'request' },
      args: { values: '`sent`', known: '`new`' },
    };
    expect(levelOf(sent, { responses: { enum: 'open' } })).toBe('error');
    expect(levelOf({}, { responses: { enum: 'open' } })).toBe('error');
  });

  test.each<[string, (string | number)[]]>([
    ['the schema', ['state']],
    ['the enum inside the schema', ['state', 'enum']],
  ])('a new value is a note where x-extensible-enum announced it, told of %s', (_, keys) => {
    const document = jsonDocument({ state: { 'x-extensible-enum': ['new'], enum: ['new'] } });
    const base = siteAt(document, ...keys);
    expect(levelOf({ ...ENUM_ADDED, base }, { responses: { enum: 'closed' } })).toBe('info');
  });

  test('a new value is no note where x-extensible-enum says no', () => {
    const document = jsonDocument({ state: { 'x-extensible-enum': false, enum: ['new'] } });
    expect(levelOf({ ...ENUM_ADDED, base: siteAt(document, 'state') })).toBe('warning');
  });

  test('a value that only fits too many branches of a oneOf is a warning', () => {
    expect(levelOf({ args: { from: 'a number', to: 'text', overlap: 'yes' } })).toBe('warning');
  });

  test('servers are left out where the policy ignores them', () => {
    const removed: Partial<Finding> = {
      id: 'api-server-removed',
      place: { kind: 'server', operation: null, direction: null, label: 'the servers' },
      args: { url: 'https://shop.example' },
    };
    expect(levelOf(removed)).toBe('warning');
    expect(levelOf(removed, { servers: 'ignored' })).toBe('left out');
  });

  test('an id that the catalogue does not have is a mistake of ours and says so', () => {
    expect(() => levelOf({ id: 'nothing-happened' })).toThrow(UnknownCheckError);
  });
});

describe('what is deprecated and goes', () => {
  const site = siteAt(jsonDocument({ old: {} }), 'old');
  const removed = (args: Finding['args'], different: Partial<Finding> = {}): Partial<Finding> => ({
    id: 'response-required-property-removed',
    base: site,
    head: null,
    args,
    ...different,
  });

  test.each([
    ['after its sunset', { deprecated: 'yes', sunset: '2029-05-31' }, 'info'],
    ['on the day of its sunset', { deprecated: 'yes', sunset: '2029-06-01' }, 'info'],
    ['before its sunset', { deprecated: 'yes', sunset: '2029-06-02' }, 'error'],
    ['an hour before its sunset', { deprecated: 'yes', sunset: '2029-06-01T14:00:00+01:00' }, 'error'],
    ['an hour after its sunset', { deprecated: 'yes', sunset: '2029-06-01T12:00:00+01:00' }, 'info'],
    ['without a sunset', { deprecated: 'yes' }, 'error'],
    ['with a sunset that is no date', { deprecated: 'yes', sunset: '2029-02-30' }, 'error'],
    ['with a sunset, yet not deprecated', { sunset: '2029-05-31' }, 'error'],
  ] as const)('a property gone %s: %s is %s', (_, args, level) => {
    expect(levelOf(removed(args))).toBe(level);
  });

  test.each([
    [{ deprecated: 'yes', sunset: '2029-05-31' }, 'api-removed-with-deprecation', 'info'],
    [{ deprecated: 'yes', sunset: '2030-01-01' }, 'api-removed-before-sunset', 'error'],
    [{ deprecated: 'yes', sunset: 'soon' }, 'api-deprecated-sunset-parse', 'error'],
    [{ deprecated: 'yes' }, 'api-removed-without-deprecation', 'error'],
    [{}, 'api-removed-without-deprecation', 'error'],
  ] as const)('an operation gone with %j is %s, %s', (args, id, level) => {
    const plain = finding({
      ...removed({ ...args, example: 'GET /book' }),
      id: 'api-removed-without-deprecation',
    });
    const [first] = classify([plain], { policy: policyOf({}, () => true), now: NOW });
    expect([first?.finding.id, first?.level]).toEqual([id, level]);
  });

  test('it may go from the very moment of its sunset', () => {
    const args = { deprecated: 'yes', sunset: '2029-06-01T12:00:00Z' };
    expect(levelOf(removed(args))).toBe('info');
  });

  test('a draft that goes before its sunset stays a note', () => {
    const args = { deprecated: 'yes', sunset: '2030-01-01', stability: 'draft' };
    expect(levelOf(removed(args, { id: 'api-removed-without-deprecation', ruling: 'safe' }))).toBe('info');
  });
});

describe('the sentence of a finding', () => {
  test('shows a request that was accepted', () => {
    const place = {
      kind: 'request-body',
      operation: { kind: 'operation', method: 'POST', path: '/orders' },
      direction: 'request',
      label: 'the request body',
    } as const;
    const witness = { direction: 'request', value: { qty: 1 }, acceptedBy: 'base' } as const;
    const different = {
      id: 'request-property-min-increased',
      place,
      witness,
      path: [{ kind: 'property', name: 'qty' }],
      args: { from: '1', to: '2' },
    } as const;
    expect(messageOf(different)).toMatch(
      /^`POST \/orders` accepted `\{"qty": 1\}` and now rejects it: `qty` /,
    );
  });

  test('shows a response that nobody was told of', () => {
    expect(messageOf({})).toMatch(
      /^`GET \/book` may now answer `\{"price": "19.99"\}`, which was not announced: `price` /,
    );
  });

  test.each([
    ['the 404 response', 'response-body', 'may now answer `{"price": "19.99"}` as the 404 response, which'],
    [
      'header `X-Rate` of the 200 response',
      'response-header',
      'may now send `{"price": "19.99"}` as header `X-Rate` of the 200 response, which',
    ],
  ] as const)('names %s where it is not the usual answer', (label, kind, part) => {
    expect(messageOf({ place: { ...place, kind, label } })).toContain(part);
  });

  test('names the parameter that carried the value', () => {
    const different: Partial<Finding> = {
      id: 'request-parameter-type-changed',
      path: [],
      place: { ...place, kind: 'request-parameter', direction: 'request', label: 'query parameter `limit`' },
      witness: { direction: 'request', value: 0.5, acceptedBy: 'base' },
    };
    expect(messageOf(different)).toContain(
      '`GET /book` accepted `0.5` as query parameter `limit` and now rejects it: ',
    );
  });

  test('of what could not be decided says what stood in the way', () => {
    expect(
      messageOf({ ruling: 'undecided', witness: null, reason: 'the format `color` is unknown' }),
    ).toMatch(/^`GET \/book`: .*; whether that breaks could not be decided: the format `color` is unknown$/);
  });

  test('of what is safe says what happened, where', () => {
    expect(messageOf({ ruling: 'safe', witness: null })).toMatch(/^`GET \/book`: `price` /);
  });

  test('lets no text of a document out of its code span', () => {
    const witness = { direction: 'response', value: 'a` <b>\n@team', acceptedBy: 'head' } as const;
    expect(messageOf({ witness })).toContain('`"a\' <b>\\n@team"`');
  });
});
