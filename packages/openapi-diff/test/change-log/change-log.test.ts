import { describe, expect, test } from '@jest/globals';
import { type Compare, changeLines, compareTexts, documentComparer, versionStep } from '../../src/index.ts';

const NOW = new Date('2026-11-25T00:00:00Z');

interface Shape {
  readonly operations?: object;
  readonly properties?: object;
  readonly parameters?: readonly object[];
  readonly description?: string;
}

function document({ operations = {}, properties = {}, parameters = [], description = 'ok' }: Shape): string {
  const schema = { type: 'object', properties: { id: { type: 'integer' }, ...properties } };
  const response = { 200: { description, content: { 'application/json': { schema } } } };
  return JSON.stringify({
    openapi: '3.0.0',
    info: { title: 'Books', version: '0.0.1' },
    paths: { '/book': { get: { parameters, responses: response } }, ...operations },
  });
}

const compare = (before: Shape, after: Shape) =>
  compareTexts(
    { name: 'before.json', text: document(before) },
    { name: 'after.json', text: document(after) },
    { now: NOW },
  );

const compareNow: Compare = (before, after) => compareTexts(before, after, { now: NOW });

const operation = { '/author': { get: { responses: { 200: { description: 'ok' } } } } };
const parameter = (more: object = {}) => ({ name: 'q', in: 'query', schema: { type: 'string' }, ...more });

describe('what a comparison means for a version', () => {
  test.each<[string, Shape, Shape, string]>([
    ['an operation that is gone', { operations: operation }, {}, 'major'],
    ['a property that is gone', { properties: { price: { type: 'number' } } }, {}, 'major'],
    ['a parameter that is required', {}, { parameters: [parameter({ required: true })] }, 'major'],
    ['an operation that is new', {}, { operations: operation }, 'minor'],
    ['a property that is new', {}, { properties: { price: { type: 'number' } } }, 'minor'],
    ['a parameter that may be left out', {}, { parameters: [parameter()] }, 'minor'],
    [
      'an operation that is new beside one that is gone',
      { operations: operation },
      { operations: { '/publisher': operation['/author'] } },
      'major',
    ],
    [
      'a parameter that takes more than before',
      { parameters: [parameter({ schema: { type: 'string', maxLength: 5 } })] },
      { parameters: [parameter({ schema: { type: 'string', maxLength: 9 } })] },
      'patch',
    ],
    [
      'a promise that is new',
      { properties: { price: { type: 'string' } } },
      { properties: { price: { type: 'string', pattern: '^a' } } },
      'patch',
    ],
    ['another description', {}, { description: 'all the books' }, 'patch'],
    ['nothing', {}, {}, 'patch'],
  ])('given %s, is as it should be', async (_, before, after, step) => {
    expect(versionStep(await compare(before, after))).toBe(step);
  });
});

describe('the lines of a comparison', () => {
  test('say in a word what a change does, and name the operation', async () => {
    const report = await compare(
      { operations: operation },
      { operations: { '/publisher': operation['/author'] } },
    );
    expect(changeLines(report)).toEqual([
      { word: 'breaks', text: expect.stringMatching(/^`GET \/author`/) },
      { word: 'adds', text: expect.stringMatching(/^`GET \/publisher`/) },
    ]);
  });

  test.each([
    ['refers to another one', { paths: { '/a': { $ref: 'other.json' } } }, /other\.json/],
    ['is none', null, /no OpenAPI document/],
  ])('given a document that %s, say why it was not compared', async (_, more, why) => {
    const text = more === null ? '{}' : JSON.stringify({ openapi: '3.0.0', info: {}, ...more });
    const comparison = await compareTexts({ name: 'before', text }, { name: 'after', text }, { now: NOW });
    expect(comparison).toEqual(expect.stringMatching(why));
    expect(changeLines(comparison)).toEqual([
      { word: 'notes', text: expect.stringMatching(/^not compared: /) },
    ]);
    expect(versionStep(comparison)).toBe('major');
  });
});

describe('comparing the documents of a run', () => {
  const changed = (before: string | null, after: string | null, isAsLeft = () => true) => ({
    key: 'k',
    path: 'new.json',
    previousPath: 'old.json',
    readBefore: async () => before,
    readAfter: async () => after,
    isAsLeft,
  });

  test('keeps the report, with the files called as they are', async () => {
    const { judge, comparisons } = documentComparer(compareNow);
    expect(await judge(changed(document({ operations: operation }), document({})))).toBe('major');
    expect(comparisons.get('k')).toMatchObject({ base: 'old.json', head: 'new.json', summary: { error: 1 } });
  });

  test('given a document that is gone, says which operations went with it', async () => {
    const { judge, changesOf } = documentComparer(compareNow);
    expect(changesOf('k')).toBeNull();
    expect(await judge(changed(document({ operations: operation }), null))).toBe('major');
    expect(changesOf('k')).toEqual([
      { word: 'breaks', text: expect.stringContaining('GET /author') },
      { word: 'breaks', text: expect.stringContaining('GET /book') },
    ]);
  });

  test('given a file that was gone, says so, and promises nothing', async () => {
    const { judge, comparisons } = documentComparer(compareNow);
    expect(await judge(changed(null, document({})))).toBe('major');
    expect(comparisons.get('k')).toBe('its file was gone');
  });

  test('given a file that somebody edited, says so, and promises nothing', async () => {
    const { judge, comparisons } = documentComparer(compareNow);
    expect(await judge(changed(document({}), document({}), () => false))).toBe('major');
    expect(comparisons.get('k')).toBe('somebody edited its file');
  });
});
