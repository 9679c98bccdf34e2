import { describe, expect, test } from '@jest/globals';
import type { DocumentChange, SnapshotRow } from '@xano-specs/core';
import { compareTexts } from '@xano-specs/openapi-diff';
import { commitMessage } from '../../src/change-log/commit-message.ts';
import {
  type ChangeDescription,
  describeChanges,
  describeDocuments,
} from '../../src/change-log/description.ts';
import { documentChange } from './documents.ts';

const row = (document: DocumentChange): SnapshotRow => ({
  group: document.group,
  status: document.status,
  path: document.path,
  previousPath: document.previousPath,
  isMissing: false,
  isAwaiting: false,
  version: document.version,
  previousVersion: document.previousVersion,
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
      documentChange('Public', 'changed', { version: '2.0.0' }),
      documentChange('Private', 'changed', { version: '1.4.3' }),
      documentChange('New', 'added'),
      documentChange('Moved', 'renamed'),
      documentChange('Gone', 'removed'),
    ];
    expect(messageFor(documents)).toEqual({
      headline: 'specs: 2 API groups changed, 1 added, 1 renamed, 1 removed',
      body: [
        'Book Marketplace / Public  1.4.2 → 2.0.0',
        'Book Marketplace / Private  1.4.2 → 1.4.3',
        'Book Marketplace / New  1.0.0, new',
        'Book Marketplace / Moved  1.4.2, moved from e/b/old.json',
        'Book Marketplace / Gone  1.4.2, removed',
      ].join('\n'),
    });
  });

  test('given what the changes are, says which break, and lists the first of them', () => {
    const lines = Array.from({ length: 14 }, (_, index) => ({
      word: 'breaks' as const,
      text: `change ${index}`,
    }));
    const { headline, body } = messageFor([documentChange('Public', 'changed', { version: '2.0.0' })], {
      breaking: 14,
      warnings: 0,
      safe: 0,
      lines,
    });
    expect(headline).toBe('specs: 1 API group changed, 1 breaks');
    expect(body.split('\n').slice(0, 2)).toEqual([
      'Book Marketplace / Public  1.4.2 → 2.0.0',
      '  breaks   change 0',
    ]);
    expect(body.split('\n').at(-1)).toBe('  and 2 more');
  });

  test('given a file that somebody edited, says that it was put back', () => {
    expect(messageFor([documentChange('Public', 'changed', { isPutBack: true })]).body).toBe(
      'Book Marketplace / Public  1.4.2, put back as Xano has it',
    );
  });

  test('given long lists in many groups, stays short enough to be read', () => {
    const lines = Array.from({ length: 40 }, () => ({ word: 'notes' as const, text: 'x'.repeat(500) }));
    const documents = Array.from({ length: 90 }, (_, index) => documentChange(`G${index}`, 'changed'));
    const { body } = messageFor(documents, { breaking: 0, warnings: 0, safe: 40, lines });
    expect(body.length).toBeLessThan(31_000);
    expect(body.split('\n').at(-1)).toMatch(/^and \d+ more$/);
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
  const compare = (before: string, after: string) =>
    compareTexts(
      { name: 'before', text: before },
      { name: 'after', text: after },
      { now: new Date('2026-01-01') },
    );

  test('the engine says what breaks and what is new', async () => {
    const changes = describeChanges(await compare(api({ '/a': get }), api({ '/b': get })));
    expect(changes).toMatchObject({ breaking: 1 });
    expect(changes.lines.map(({ word }) => word)).toEqual(['breaks', 'adds']);
    expect(changes.lines[0]?.text).toMatch(/^GET \/a/);
  });

  test('a document that can not be compared says so', async () => {
    const changes = describeChanges(await compare('{}', api({})));
    expect(changes).toMatchObject({ breaking: 0, lines: [{ word: 'notes' }] });
    expect(changes.lines[0]?.text).toMatch(/^not compared: before is no OpenAPI document/);
  });

  test('one that was not compared has no description', () => {
    const documents = [documentChange('A', 'changed'), documentChange('B', 'added')];
    const comparisons = new Map([[documents[0]?.key ?? '', 'no reason']]);
    expect(
      describeDocuments(documents, comparisons, (text) => text).map(({ changes }) => changes?.lines),
    ).toEqual([[{ word: 'notes', text: 'not compared: no reason' }], undefined]);
  });
});
