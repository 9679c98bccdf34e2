import { describe, expect, test } from '@jest/globals';
import { MissingArgError, pathText, wordsOf } from '../../src/classify/words.ts';
import type { PathStep } from '../../src/compare/finding.ts';
import { finding } from '../report-fixture.ts';

const property = (name: string): PathStep => ({ kind: 'property', name });
const ITEM: PathStep = { kind: 'item' };
const OTHER: PathStep = { kind: 'additional-property' };
const NAME: PathStep = { kind: 'property-name' };
const PATTERN: PathStep = { kind: 'pattern-property', pattern: '^x-' };

describe('a path as people write one', () => {
  test.each<[readonly PathStep[], string, string]>([
    [[property('price')], 'price', '`price`'],
    [
      [property('order'), property('lines'), ITEM, property('price')],
      'order.lines[].price',
      '`order.lines[].price`',
    ],
    [[OTHER], '*', 'each further property'],
    [[property('labels'), OTHER], 'labels.*', '`labels.*`'],
    [[OTHER, property('a')], '*.a', '`*.a`'],
    [[PATTERN], '/^x-/', '`/^x-/`'],
    [[property('a'), PATTERN], 'a./^x-/', '`a./^x-/`'],
    [[ITEM], '[]', 'each item'],
    [[ITEM, ITEM], '[][]', '`[][]`'],
    [[property('pair'), { kind: 'tuple-item', index: 1 }], 'pair[1]', '`pair[1]`'],
    [[property('list'), { kind: 'contains' }], 'list[?]', '`list[?]`'],
    [[NAME], '(name)', 'each property name'],
    [[property('labels'), NAME], 'labels(name)', '`labels(name)`'],
  ])('%j', (path, text, part) => {
    expect([pathText(path), wordsOf(finding({ path })).part]).toEqual([text, part]);
  });
});

describe('the words of a finding', () => {
  const { place } = finding();

  test.each([
    [{ kind: 'operation', method: 'GET', path: '/a' }, 'response', '`GET /a`', ' in a response'],
    [{ kind: 'webhook', method: 'POST', path: 'paid' }, 'request', 'webhook `paid`', ' in a request'],
    [{ kind: 'callback', method: 'POST', path: '{$url}' }, 'request', 'callback `{$url}`', ' in a request'],
    [null, null, 'the API', ' in the API'],
  ] as const)('of %j name where it is', (operation, direction, words, inside) => {
    const found = wordsOf(finding({ path: [property('a')], place: { ...place, operation, direction } }));
    expect([found.operation, found.inside]).toEqual([words, inside]);
  });

  test('at the top name the place itself, and nothing that it is in', () => {
    const found = wordsOf(finding({ path: [] }));
    expect([found.part, found.inside]).toEqual([place.label, '']);
  });

  test('give an arg as a code span or as it is, and miss one that is not there', () => {
    const found = wordsOf(finding({ args: { to: 'a`b' } }));
    expect([found.name('to'), found.text('to'), found.has('to'), found.has('from')]).toEqual([
      "`a'b`",
      'a`b',
      true,
      false,
    ]);
    expect(() => found.text('from')).toThrow(MissingArgError);
    expect(() => found.text('toString')).toThrow(MissingArgError);
  });
});
