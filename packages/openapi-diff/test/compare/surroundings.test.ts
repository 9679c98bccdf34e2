import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/read/document.ts';
import { compareObjects, inShort } from './compare-objects.ts';

const DONE: JsonObject = { responses: { '200': { description: 'Done' } } };

function served(servers: readonly JsonObject[], operation: JsonObject = {}): JsonObject {
  return { openapi: '3.0.3', servers, paths: { '/orders': { get: { ...DONE, ...operation } } } };
}

const HERE: JsonObject = { url: 'https://shop.example/api' };
const THERE: JsonObject = { url: 'https://eu.shop.example/api' };
const REGIONAL = 'https://{region}.shop.example';
const ANYWHERE: JsonObject = { url: REGIONAL, variables: { region: { default: 'eu' } } };

function inRegions(...regions: readonly [string, ...string[]]): JsonObject {
  return { url: REGIONAL, variables: { region: { default: regions[0], enum: regions } } };
}

describe('servers', () => {
  test.each<[string, JsonObject[], JsonObject[], string[]]>([
    ['a closing slash', [HERE], [{ url: 'https://shop.example/api/' }], []],
    ['their order', [HERE, THERE], [THERE, HERE], []],
    ['any scheme', [HERE], [{ url: '//shop.example/api' }], []],
    ['one more', [HERE], [HERE, THERE], ['api-server-added: safe']],
    ['one less', [HERE, THERE], [HERE], ['api-server-removed: breaking']],
    [
      'another scheme',
      [HERE],
      [{ url: 'http://shop.example/api' }],
      ['api-server-removed: breaking', 'api-server-added: safe'],
    ],
    ['none, which is the root', [], [{ url: '/' }], []],
    [
      'the order of the values of a variable, and of the variables',
      [
        {
          url: 'https://{region}.shop.example/{stage}',
          variables: { region: { default: 'eu', enum: ['eu', 'us'] }, stage: { default: 'live' } },
        },
      ],
      [
        {
          url: 'https://{region}.shop.example/{stage}',
          variables: { stage: { default: 'live' }, region: { default: 'eu', enum: ['us', 'eu'] } },
        },
      ],
      [],
    ],
    [
      'one value less of a variable',
      [inRegions('eu', 'us')],
      [inRegions('eu')],
      ['api-server-narrowed: breaking'],
    ],
    [
      'one value more of a variable',
      [inRegions('eu')],
      [inRegions('eu', 'us')],
      ['api-server-extended: safe'],
    ],
    [
      'a variable that takes any value from now on',
      [inRegions('eu')],
      [ANYWHERE],
      ['api-server-extended: safe'],
    ],
    ['a variable that took any value', [ANYWHERE], [inRegions('eu')], ['api-server-narrowed: breaking']],
    [
      'another value of a variable by default',
      [inRegions('eu', 'us')],
      [inRegions('us', 'eu')],
      ['api-server-removed: breaking', 'api-server-added: safe'],
    ],
    [
      'other values of a variable',
      [inRegions('eu', 'us')],
      [inRegions('eu', 'asia')],
      ['api-server-removed: breaking', 'api-server-added: safe'],
    ],
  ])('%s', async (_, before, after, right) => {
    expect(inShort(await compareObjects(served(before), served(after)))).toEqual(right);
  });

  test('those of an operation are told where they hold', async () => {
    const findings = await compareObjects(
      served([HERE], { servers: [HERE] }),
      served([HERE], { servers: [THERE] }),
    );
    expect(findings.map(({ id, place }) => [id, place.operation?.path])).toEqual([
      ['api-server-removed', '/orders'],
      ['api-server-added', '/orders'],
    ]);
  });

  test('writing those of the document into an operation changes nothing', async () => {
    expect(await compareObjects(served([HERE]), served([HERE], { servers: [HERE] }))).toEqual([]);
  });
});

describe('what is said of deprecation', () => {
  const args = async (before: JsonObject, after: JsonObject) =>
    (await compareObjects(served([], before), served([], after))).map(({ id, args: facts }) => [id, facts]);

  test('the facts of an operation go with it, and no clock is asked', async () => {
    const sunset = { deprecated: true, 'x-sunset': '2030-01-01', 'x-stability-level': 'beta' };
    expect(await args({ 'x-stability-level': 'beta' }, sunset)).toEqual([
      ['endpoint-deprecated', { deprecated: 'yes', sunset: '2030-01-01', stability: 'beta' }],
    ]);
    expect(await args(sunset, { ...sunset, 'x-sunset': '2031-01-01' })).toEqual([
      [
        'api-sunset-changed',
        { deprecated: 'yes', sunset: '2031-01-01', sunsetBefore: '2030-01-01', stability: 'beta' },
      ],
    ]);
    expect(await args(sunset, { deprecated: true, 'x-stability-level': 'beta' })).toEqual([
      ['sunset-deleted', { sunsetBefore: '2030-01-01' }],
    ]);
    expect(await args({ deprecated: true }, { deprecated: true, 'x-sunset': '2030-01-01' })).toEqual([
      ['api-sunset-changed', { deprecated: 'yes', sunset: '2030-01-01' }],
    ]);
    expect(await args(sunset, { 'x-stability-level': 'beta' })).toEqual([['endpoint-reactivated', {}]]);
  });

  test('what was no more than a draft may go', async () => {
    const gone = async (level: string) => {
      const before = {
        openapi: '3.0.3',
        paths: { '/a': { get: DONE, put: { ...DONE, 'x-stability-level': level } } },
      };
      return inShort(await compareObjects(before, { openapi: '3.0.3', paths: { '/a': { get: DONE } } }));
    };
    expect(await gone('draft')).toEqual(['api-removed-without-deprecation: safe']);
    expect(await gone('alpha')).toEqual(['api-removed-without-deprecation: safe']);
    expect(await gone('beta')).toEqual(['api-removed-without-deprecation: breaking']);
    expect(await gone('unheard')).toEqual(['api-removed-without-deprecation: breaking']);
  });

  test.each([
    ['stable', 'beta', 'api-stability-decreased'],
    ['draft', 'alpha', 'api-stability-increased'],
    [undefined, 'alpha', 'api-stability-decreased'],
    ['beta', undefined, 'api-stability-increased'],
    ['beta', 'solid', 'api-invalid-stability-level'],
    ['solid', 'beta', null],
    [undefined, 'stable', null],
  ])('a stability level that goes from %s to %s is %s', async (from, to, id) => {
    const level = (value: string | undefined): JsonObject =>
      value === undefined ? {} : { 'x-stability-level': value };
    expect((await args(level(from), level(to))).map(([found]) => found)).toEqual(id === null ? [] : [id]);
  });
});

test('what concerns an operation as a whole stands in no part of its messages', async () => {
  const document = (operation: JsonObject): JsonObject => ({
    openapi: '3.1.0',
    paths: { '/a': { get: operation } },
    webhooks: { paid: { post: operation } },
  });
  const findings = await compareObjects(document(DONE), document({ ...DONE, deprecated: true }));
  expect(findings.map(({ id, place: { kind, direction } }) => [id, kind, direction])).toEqual([
    ['endpoint-deprecated', 'api', null],
    ['endpoint-deprecated', 'webhook', null],
  ]);
});

describe('a path that goes', () => {
  test('is one cause with all its operations, and an operation that goes alone is another', async () => {
    const document = (paths: JsonObject): JsonObject => ({ openapi: '3.0.3', paths });
    const findings = await compareObjects(
      document({ '/a': { get: DONE, put: DONE }, '/b': { get: DONE, put: DONE } }),
      document({ '/b': { get: DONE } }),
    );
    expect(inShort(findings)).toEqual([
      'api-path-removed-without-deprecation: breaking',
      'api-path-removed-without-deprecation: breaking',
      'api-removed-without-deprecation: breaking',
    ]);
    expect(new Set(findings.map(({ cause }) => cause)).size).toBe(2);
  });
});
