import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { diff } from '../../src/diff.ts';
import { readPair } from '../../src/read/read-pair.ts';
import type { Report } from '../../src/report/report.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const NOW = new Date('2026-11-25T00:00:00Z');

/** The rows of the table: the folder and the verdict. */
const rows = [
  ...readFileSync(here('../../README.md'), 'utf8').matchAll(/^\| `([a-z-]+)` \|[^|]*\| (\w+) \|/gm),
].map(([, name = '', verdict = '']) => ({ name, verdict }));

function verdictOf({ summary, changes }: Report): string {
  if (summary.error > 0) return 'breaks';
  if (summary.warning > 0) return 'warning';
  return changes.length > 0 ? 'safe' : 'nothing';
}

const load = async (uri: string) => readFileSync(uri, 'utf8');
const compared = async (name: string) => {
  const side = (file: string) => ({ uri: here(`../../cases/${name}/${file}.json`), load });
  const { base, head } = await readPair(side('base'), side('head'));
  return diff(base, head, { now: NOW });
};

describe('the cases that other engines are known to get wrong', () => {
  test('are those of the table, all of them', () => {
    expect(rows.map(({ name }) => name).sort()).toEqual(readdirSync(here('../../cases')).sort());
    expect(rows.length).toBeGreaterThanOrEqual(25);
  });

  test.each(rows.map(({ name, verdict }) => [name, verdict] as const))('%s: %s', async (name, verdict) => {
    const report = await compared(name);
    expect([verdict === 'safe' ? ['safe', 'nothing'] : [verdict]].flat()).toContain(verdictOf(report));
    expect(report.summary.undecided).toBe(0);
  });

  test('one edit in a shared schema is one change for each direction, with all its operations', async () => {
    const { changes } = await compared('one-edit-in-a-shared-schema');
    expect(changes.map(({ id, places }) => [id, places.length])).toEqual([
      ['response-property-type-changed', 8],
      ['request-property-type-changed', 4],
    ]);
  });
});
