import { describe, expect, test } from '@jest/globals';
import { changeLines, compareTexts, versionStep } from '../../src/index.ts';

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

  test('a document that refers to another one is not compared', async () => {
    const text = JSON.stringify({ openapi: '3.0.0', info: {}, paths: { '/a': { $ref: 'other.json' } } });
    await expect(
      compareTexts({ name: 'before', text }, { name: 'after', text }, { now: NOW }),
    ).rejects.toThrow(/other\.json/);
  });
});
