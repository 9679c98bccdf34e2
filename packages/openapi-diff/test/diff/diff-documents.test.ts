import { describe, expect, test } from '@jest/globals';
import { exampleDocument } from '../../src/classify/example.ts';
import { diffDocuments } from '../../src/diff-documents.ts';
import { parseExceptions } from '../../src/exceptions/exceptions-file.ts';
import { readDocumentSet } from '../../src/read/document-set.ts';
import { schemaProblems } from '../report-fixture.ts';

const NOW = new Date('2026-11-25T00:00:00Z');
const SIDES = { base: 'old', head: 'new' };

const document = (uri: string, ...methods: string[]) =>
  readDocumentSet(uri, async () =>
    JSON.stringify(
      exampleDocument({
        servers: [{ url: 'https://shop.example' }],
        paths: {
          '/orders': Object.fromEntries(
            methods.map((method) => [method, { responses: { '200': { description: 'Done' } } }]),
          ),
        },
      }),
    ),
  );

describe('the report on a folder of documents', () => {
  test('says of each document whether it is the same, changed, new or gone, in the order of names', async () => {
    const report = await diffDocuments(
      SIDES,
      [
        {
          name: 'same.json',
          base: await document('old/same.json', 'get'),
          head: await document('new/same.json', 'get'),
        },
        { name: 'new.json', base: null, head: await document('new/new.json', 'get') },
        { name: 'gone.json', base: await document('old/gone.json', 'get'), head: null },
        {
          name: 'changed.json',
          base: await document('old/changed.json', 'get', 'post'),
          head: await document('new/changed.json', 'get'),
        },
      ],
      { now: NOW },
    );
    expect(report.documents?.map(({ name, status, base, head }) => [name, status, base, head])).toEqual([
      ['changed.json', 'changed', 'old/changed.json', 'new/changed.json'],
      ['gone.json', 'removed', 'old/gone.json', null],
      ['new.json', 'added', null, 'new/new.json'],
      ['same.json', 'same', 'old/same.json', 'new/same.json'],
    ]);
    expect(
      report.changes.map(({ id, document: name, places }) => [id, name, places[0]?.operation?.method]),
    ).toEqual([
      ['api-removed-without-deprecation', 'changed.json', 'POST'],
      ['api-path-removed-without-deprecation', 'gone.json', 'GET'],
      ['endpoint-added', 'new.json', 'GET'],
    ]);
    expect([report.base, report.head]).toEqual(['old', 'new']);
    expect(schemaProblems(report)).toEqual([]);
  });

  test('reports nothing of what surrounds the operations of a new or removed document', async () => {
    const only = await document('a.json', 'get');
    const added = await diffDocuments(SIDES, [{ name: 'a.json', base: null, head: only }], { now: NOW });
    expect(added.changes.map(({ id }) => id)).toEqual(['endpoint-added']);
    const gone = await diffDocuments(SIDES, [{ name: 'a.json', base: only, head: null }], { now: NOW });
    expect(gone.changes.map(({ places }) => places[0]?.base?.pointer)).toEqual(['/paths/~1orders/get']);
  });

  test('holds exceptions against the names of the documents', async () => {
    const exceptions = await parseExceptions(
      'exceptions: [{ document: a.json, id: api-path-removed-without-deprecation, reason: fine }]',
    );
    const versions = async (name: string) => ({
      name,
      base: await document(`old/${name}`, 'get'),
      head: null,
    });
    const report = await diffDocuments(SIDES, [await versions('a.json'), await versions('b.json')], {
      now: NOW,
      exceptions,
    });
    expect(report.changes.map(({ document: name }) => name)).toEqual(['b.json']);
    expect(report.exceptions?.accepted.map(({ document: name }) => name)).toEqual(['a.json']);
    expect(report.exceptions?.unused).toEqual([]);
  });

  test('of nothing is empty', async () => {
    const nothing = await diffDocuments(SIDES, [{ name: 'a', base: null, head: null }], { now: NOW });
    expect(nothing).toMatchObject({ changes: [], documents: [] });
  });
});
