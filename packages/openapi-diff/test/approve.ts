/**
 * Writes anew what tests hold word for word: the examples of changes, the reasons of verdicts,
 * what the rules find, and both corpora. To be run after an intended change of what the engine says,
 * and every line of the difference to be read.
 *
 * usage: node packages/openapi-diff/test/approve.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { approvedPairs, DOCUMENTS, saidOf } from './diff/corpus.ts';
import { type Approved, changesIn, lineOf } from './explain/corpus.ts';
import { TABLES as CHANGES } from './explain/rows/tables.ts';
import { found } from './explain/rules.ts';
import { shown } from './explain/shown.ts';
import { because, verdictsOn } from './relate/because.ts';
import { TABLES as VERDICTS } from './relate/rows/tables.ts';

const here = (path: string) => new URL(path, import.meta.url);
const write = (path: string, value: unknown) =>
  writeFileSync(here(path), `${JSON.stringify(value, null, 2)}\n`);

const examples: Record<string, readonly string[]> = {};
const rules: Record<string, unknown> = {};
for (const row of CHANGES.flatMap(([, rows]) => rows)) {
  const own = await shown(row);
  if (own.length > 0) examples[row[0]] = own;
  rules[row[0]] = [found(row, 'request'), found(row, 'response')];
}
write('explain/rows/examples.json', examples);
write('explain/rows/found.json', rules);

const reasons: Record<string, Record<string, readonly string[]>> = {};
for (const [table, rows] of VERDICTS) {
  const own: Record<string, readonly string[]> = {};
  for (const row of rows) {
    const said = verdictsOn(row);
    if (said.some(({ kind }) => kind !== 'safe')) own[row[0]] = said.map(because);
  }
  if (Object.keys(own).length > 0) reasons[table] = own;
}
write('relate/rows/reasons.json', reasons);

const CORPUS = here('explain/corpus/schemas.jsonl');
const lines: string[] = [];
for (const line of readFileSync(CORPUS, 'utf8').trim().split('\n')) {
  const approved: Approved = JSON.parse(line);
  lines.push(JSON.stringify({ ...approved, says: (await changesIn(approved)).map(lineOf) }));
}
writeFileSync(CORPUS, `${lines.join('\n')}\n`);

const pairs = await Promise.all(
  approvedPairs().map(async (pair) => JSON.stringify({ ...pair, says: await saidOf(pair) })),
);
writeFileSync(DOCUMENTS, `${pairs.join('\n')}\n`);
process.stdout.write('Written; `npx biome format --write .` lays it out.\n');
