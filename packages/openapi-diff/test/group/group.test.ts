import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { group } from '../../src/group/group.ts';
import type { Json } from '../../src/read/document.ts';
import { buildReport } from '../../src/report/build-report.ts';
import { combineReports } from '../../src/report/combine.ts';
import { ordered } from '../../src/report/order.ts';
import {
  change,
  classified,
  finding,
  jsonDocument,
  operation,
  report,
  schemaProblems,
  siteAt,
} from '../report-fixture.ts';

/** A document in which these paths answer with the same table, and the site of its price in each. */
function shop(paths: readonly string[], table: Json, uri = 'api.json') {
  const document = jsonDocument(
    { paths: Object.fromEntries(paths.map((path) => [path, { get: table }])) },
    uri,
  );
  return { document, price: (path: string) => siteAt(document, 'paths', path, 'get', 'properties', 'price') };
}

const table = (price: string, ...more: string[]) => ({
  type: 'object',
  properties: {
    price: { type: price },
    ...Object.fromEntries(more.map((name) => [name, { type: 'string' }])),
  },
});

function priceFindings(paths: readonly string[], before: Json, after: Json) {
  const base = shop(paths, before, 'old.json');
  const head = shop(paths, after, 'new.json');
  const findings = paths.map((path) =>
    classified({
      place: { ...finding().place, operation: operation('GET', path) },
      base: base.price(path),
      head: head.price(path),
      cause: JSON.stringify([before, after]),
    }),
  );
  return { base: base.document, head: head.document, findings };
}

describe('grouping', () => {
  test('given one cause in three operations, then it is one change with three places', async () => {
    const { base, head, findings } = priceFindings(['/b', '/a', '/c'], table('number'), table('string'));
    const { changes, summary } = await buildReport(base, head, group(findings));
    expect(changes).toHaveLength(1);
    expect(changes[0]?.places.map((place) => place.operation?.path)).toEqual(['/a', '/b', '/c']);
    expect(summary).toEqual({ error: 1, warning: 0, info: 0, undecided: 0, operations: 3 });
  });

  test('given the cause twice in one operation and direction, then the operation is one place', () => {
    const nested = classified({ path: [{ kind: 'item' }, { kind: 'property', name: 'price' }] });
    const groups = group([nested, classified()]);
    expect(groups).toHaveLength(1);
    expect(groups[0]?.members.map((member) => member.finding.path.length)).toEqual([1]);
  });

  test('given equal causes of different levels, then they are different changes', () => {
    expect(group([classified(), classified({}, 'warning')])).toHaveLength(2);
  });

  test('given that nothing is to be grouped, then every change has one place', async () => {
    const { base, head, findings } = priceFindings(['/a', '/b'], table('number'), table('string'));
    const { changes } = await buildReport(base, head, group(findings, { group: false }));
    expect(changes.map(({ places }) => places.length)).toEqual([1, 1]);
    expect(new Set(changes.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  test('given findings in any order, then the report is the same to the byte', async () => {
    const { base, head, findings } = priceFindings(
      ['/a', '/b', '/c', '/d'],
      table('number'),
      table('string'),
    );
    const others = findings.map((one) => ({
      ...one,
      finding: { ...one.finding, cause: 'another', id: 'x-y' },
    }));
    const expected = JSON.stringify(await buildReport(base, head, group([...findings, ...others])));
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...findings, ...others], { minLength: findings.length + others.length }),
        async (shuffled) => {
          expect(JSON.stringify(await buildReport(base, head, group(shuffled)))).toBe(expected);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('fingerprints', () => {
  const fingerprints = (paths: readonly string[], before: Json, after: Json) =>
    group(priceFindings(paths, before, after).findings).map(({ fingerprint }) => fingerprint);

  test('given one more operation that shares the cause, then the fingerprint stays', () => {
    const [one] = fingerprints(['/b'], table('number'), table('string'));
    expect(fingerprints(['/a', '/b', '/c'], table('number'), table('string'))).toEqual([one]);
  });

  test('given another change of the new table, then the fingerprint stays', () => {
    const [one] = fingerprints(['/a'], table('number'), table('string'));
    expect(fingerprints(['/a'], table('number'), table('string', 'title'))).toEqual([one]);
  });

  test('given a price of another table, then the fingerprint is another', () => {
    const [one] = fingerprints(['/a'], table('number'), table('string'));
    expect(fingerprints(['/a'], table('number', 'title'), table('string', 'title'))).not.toEqual([one]);
  });

  test('given another order of keys and other names of path parameters, then the fingerprint stays', () => {
    const reordered = { properties: { price: { type: 'number' } }, type: 'object' };
    const [one] = fingerprints(['/a/{x}'], table('number'), table('string'));
    expect(fingerprints(['/a/{y}'], reordered, table('string'))).toEqual([one]);
  });

  test('given two causes that look alike, then their operations tell them apart', () => {
    const alike = ['/a', '/b'].map((path) =>
      classified({ place: { ...finding().place, operation: operation('GET', path) }, cause: path }),
    );
    expect(new Set(group(alike).map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  test('given what is an operation of its own, then the operation is part of the fingerprint', () => {
    const gone = (path: string) =>
      group([
        classified({
          id: 'api-removed-without-deprecation',
          place: { kind: 'api', operation: operation('GET', path), direction: null, label: 'the API' },
          path: [],
          base: siteAt(jsonDocument({ paths: { [path]: { get: {} } } }), 'paths', path, 'get'),
          witness: null,
        }),
      ])[0]?.fingerprint;
    expect(gone('/a')).not.toBe(gone('/b'));
    expect(gone('/a/{x}')).toBe(gone('/a/{y}'));
  });
});

describe('the order of a report', () => {
  test('given changes of all levels, then the worst come first, then the widest, then by path', () => {
    const place = (path: string) => ({
      operation: { method: 'GET', path },
      direction: null,
      base: null,
      head: null,
    });
    const changes = [
      change({ level: 'info', cause: 'safe' }),
      change({ cause: 'narrow b', places: [place('/b')] }),
      change({ cause: 'narrow a', places: [place('/a')] }),
      change({ cause: 'wide', places: [place('/x'), place('/y')] }),
      change({ level: 'warning', cause: 'maybe' }),
    ];
    expect(ordered(changes).map(({ cause }) => cause)).toEqual([
      'wide',
      'narrow a',
      'narrow b',
      'maybe',
      'safe',
    ]);
  });
});

describe('a report on several documents', () => {
  const combined = combineReports('old', 'new', [
    { name: 'b.json', report: report([change({ level: 'warning' })]) },
    { name: 'a.json', report: report([change(), change({ level: 'info' })]) },
    { name: 'c.json', report: report([]), only: 'head' },
    { name: 'd.json', report: report([]) },
  ]);

  test('then each change names its document, and the documents stand in order with what became of them', () => {
    expect(combined.changes.map(({ document, level }) => [document, level])).toEqual([
      ['a.json', 'error'],
      ['b.json', 'warning'],
      ['a.json', 'info'],
    ]);
    expect(combined.documents?.map(({ name, status, base }) => [name, status, base])).toEqual([
      ['a.json', 'changed', 'old/api.json'],
      ['b.json', 'changed', 'old/api.json'],
      ['c.json', 'added', null],
      ['d.json', 'same', 'old/api.json'],
    ]);
  });

  test('then the same operation of two documents counts as two', () => {
    expect(combined.summary).toEqual({ error: 1, warning: 1, info: 1, undecided: 0, operations: 2 });
  });

  test('then it is valid against the schema of reports, as one on a single document is', () => {
    expect(schemaProblems(combined)).toEqual([]);
    expect(schemaProblems(report([change()]))).toEqual([]);
  });

  test('then a report with a change that lacks a member is not valid', () => {
    const { cause: _, ...incomplete } = change();
    expect(schemaProblems(report([incomplete as ReturnType<typeof change>]))).not.toEqual([]);
  });
});
