import { describe, expect, test } from '@jest/globals';
import type { DocumentChange, SnapshotRow } from '@xano-specs/core';
import { type ChangeDescription, describeDocuments } from '../src/changes.ts';
import { commitMessage } from '../src/commit-message.ts';
import { engineDescription } from '../src/compare.ts';
import { apiGroup } from './groups.ts';

type Status = SnapshotRow['status'];

function documentChange(
  name: string,
  status: Status,
  texts: Partial<Record<'before' | 'after', string>> = {},
): DocumentChange {
  return {
    group: apiGroup(name),
    status,
    path: status === 'removed' ? null : `e/b/${name.toLowerCase()}.json`,
    previousPath:
      status === 'added' ? null : status === 'renamed' ? 'e/b/old.json' : `e/b/${name.toLowerCase()}.json`,
    readBefore: async () => texts.before ?? null,
    readAfter: async () => texts.after ?? null,
  };
}

const row = ({ group, status, path, previousPath }: DocumentChange): SnapshotRow => ({
  group,
  status,
  path,
  previousPath,
  operations: null,
  bytes: null,
  leaks: [],
  leakCount: 0,
  reason: null,
  remedy: null,
  error: null,
});

const messageFor = (
  documents: readonly DocumentChange[],
  changes: ChangeDescription | null = null,
  headline = '',
) =>
  commitMessage(
    documents.map(row),
    documents.map((document) => ({ document, changes: document.status === 'changed' ? changes : null })),
    headline,
  );

describe('the message of a commit', () => {
  test('given several kinds, counts them in the headline and names each group', () => {
    const documents = [
      documentChange('Public', 'changed'),
      documentChange('Private', 'changed'),
      documentChange('New', 'added'),
      documentChange('Moved', 'renamed'),
      documentChange('Gone', 'removed'),
    ];
    expect(messageFor(documents)).toEqual({
      headline: 'specs: 2 API groups changed, 1 added, 1 renamed, 1 removed',
      body: [
        'Book Marketplace / Public  changed',
        'Book Marketplace / Private  changed',
        'Book Marketplace / New  added',
        'Book Marketplace / Moved  moved from e/b/old.json',
        'Book Marketplace / Gone  removed',
      ].join('\n'),
    });
  });

  test('given what the changes are, says which break, and lists the first of them', () => {
    const lines = Array.from({ length: 14 }, (_, index) => ({
      word: 'breaks' as const,
      text: `change ${index}`,
    }));
    const { headline, body } = messageFor([documentChange('Public', 'changed')], {
      breaking: 14,
      warnings: 0,
      safe: 0,
      lines,
    });
    expect(headline).toBe('specs: 1 API group changed, 1 breaks');
    expect(body.split('\n').slice(0, 2)).toEqual([
      'Book Marketplace / Public  changed',
      '  breaks   change 0',
    ]);
    expect(body.split('\n').at(-1)).toBe('  and 2 more');
  });

  test('given nothing but new names in the manifest, says so', () => {
    expect(messageFor([])).toEqual({ headline: 'specs: names changed', body: '' });
  });

  test('given a headline, takes it', () => {
    expect(messageFor([documentChange('A', 'added')], null, 'chore: specs').headline).toBe('chore: specs');
  });

  test('given names that GitHub would act on, it does not', () => {
    const { body } = messageFor([
      documentChange('fixes #1 @ada [skip ci]\nCo-authored-by: a <a@b.c>', 'added'),
    ]);
    expect(body.split('\n')).toHaveLength(1);
    expect(body).not.toMatch(/#1|@ada|\[skip|a@b/);
  });

  test('given more groups than it lists, counts the rest', () => {
    const documents = Array.from({ length: 130 }, (_, index) => documentChange(`G${index}`, 'added'));
    expect(messageFor(documents).body.split('\n').at(-1)).toBe('and 30 more');
  });
});

describe('describing the documents that changed', () => {
  const api = (paths: object) =>
    JSON.stringify({ openapi: '3.0.0', info: { title: 'a', version: '1' }, paths });
  const get = { get: { responses: { 200: { description: 'ok' } } } };
  const describeChange = engineDescription(() => new Date('2026-01-01'));

  test('the engine says what breaks and what is new', async () => {
    const before = api({ '/a': get });
    const after = api({ '/b': get });
    const [described] = await describeDocuments(
      [documentChange('A', 'changed', { before, after })],
      describeChange,
    );
    expect(described?.changes).toMatchObject({ breaking: 1 });
    expect(described?.changes?.lines.map(({ word }) => word)).toEqual(['breaks', 'adds']);
    expect(described?.changes?.lines[0]?.text).toMatch(/GET \/a/);
  });

  test('a document that can not be compared says so, and stops nothing', async () => {
    const documents = [documentChange('A', 'changed', { before: '{}', after: api({}) })];
    const [described] = await describeDocuments(documents, describeChange);
    expect(described?.changes).toMatchObject({ breaking: 0, lines: [{ word: 'notes' }] });
    expect(described?.changes?.lines[0]?.text).toMatch(/^not compared: before is no OpenAPI document/);
  });

  test('only what changed is read', async () => {
    const unread = async (): Promise<string> => {
      throw new Error('was read');
    };
    const documents = (['added', 'removed', 'renamed'] as const).map((status) => ({
      ...documentChange('A', status),
      readBefore: unread,
      readAfter: unread,
    }));
    const described = await describeDocuments(documents, describeChange);
    expect(described.map(({ changes }) => changes)).toEqual([null, null, null]);
  });
});
