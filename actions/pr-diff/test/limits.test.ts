import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { BODY_LIMIT, CHECK_SUMMARY_LIMIT, STEP_ANNOTATION_LIMIT, SUMMARY_LIMIT } from '@xano-specs/github';
import { summaryText } from '../src/tell/summary.ts';
import { messagesOf, startWorld } from './runner/world.ts';

const OPERATIONS = 5_000;

/** A document with so many operations, each of which answers with a property of a type of its own. */
function large(type: string): string {
  const paths = Object.fromEntries(
    Array.from({ length: OPERATIONS }, (_, index) => {
      const name = `value_${index}`;
      const schema = { type: 'object', required: [name], properties: { [name]: { type } } };
      const answer = { description: 'ok', content: { 'application/json': { schema } } };
      return [`/thing-${index}`, { get: { responses: { 200: answer } } }];
    }),
  );
  return JSON.stringify({ openapi: '3.0.3', info: { title: 'Large', version: '1' }, paths }, null, 1);
}

describe('a report of 5,000 breaking changes', () => {
  test('keeps every limit of GitHub, says how many are left out, and loses nothing in its files', async () => {
    await using world = await startWorld({ github: { files: { 'api/large.json': large('number') } } });
    const pull = await world.propose({ 'api/large.json': large('string') });
    const ran = await world.run(pull, { inputs: { directory: 'api', 'check-as': 'check-run' } });
    expect(ran.status).toBe(1);
    expect(ran.outputs.errors).toBe(String(OPERATIONS));

    const [body = ''] = world.comments();
    expect(body.length).toBeLessThanOrEqual(BODY_LIMIT);
    expect(body.length).toBeGreaterThan(BODY_LIMIT * 0.9);
    const shown = body.match(/^\*\*\d+\. /gm)?.length ?? 0;
    expect(body).toContain(
      `…and ${(OPERATIONS - shown).toLocaleString('en-US')} more breaking changes: [full report]`,
    );

    expect(Buffer.byteLength(ran.summary)).toBeLessThanOrEqual(SUMMARY_LIMIT);
    expect(String(world.github.state.checkRuns[0]?.fields.summary).length).toBeLessThanOrEqual(
      CHECK_SUMMARY_LIMIT,
    );
    expect(messagesOf(ran, 'error').length).toBeLessThanOrEqual(STEP_ANNOTATION_LIMIT);
    expect(ran.stdout).toContain(
      `${(OPERATIONS - STEP_ANNOTATION_LIMIT + 1).toLocaleString('en-US')} more changes`,
    );

    expect(ran.report?.changes).toHaveLength(OPERATIONS);
    const file = (extension: string) =>
      [...ran.files].find(([path]) => path.endsWith(`/api-diff.${extension}`))?.[1] ?? '';
    expect(file('md').match(/^\*\*\d+\. /gm)).toHaveLength(OPERATIONS);
    expect(JSON.parse(file('sarif')).runs[0].results).toHaveLength(OPERATIONS);
    for (const value of Object.values(ran.outputs)) expect(value?.length).toBeLessThan(1_000);
  });
});

describe('the job summary', () => {
  test('given text of many bytes a character, keeps to GitHub’s limit of bytes', () => {
    const text = summaryText((characters) => '語'.repeat(characters));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(SUMMARY_LIMIT);
    expect(Buffer.byteLength(text)).toBeGreaterThan(SUMMARY_LIMIT * 0.9);
  });
});

describe('the report’s folder', () => {
  test('given a report-directory in which links stand, writes over them and not over what they lead to', async () => {
    await using world = await startWorld();
    const folder = await mkdtemp(join(tmpdir(), 'links-'));
    await writeFile(join(folder, 'precious'), 'precious');
    for (const name of ['api-diff.json', 'api-diff.md', 'api-diff.sarif', 'report.html']) {
      await symlink('precious', join(folder, name));
    }
    const ran = await world.run(await world.propose({ 'README.md': 'x' }), {
      inputs: { 'report-directory': folder },
    });
    expect(ran.report?.formatVersion).toBe(1);
    expect(await readFile(join(folder, 'precious'), 'utf8')).toBe('precious');
    await rm(folder, { recursive: true });
  });

  test('given report-directory, the files are there under names that do not change', async () => {
    await using world = await startWorld();
    const ran = await world.run(await world.propose({ 'README.md': 'x' }), {
      inputs: { 'report-directory': 'out/api' },
    });
    const written = [...ran.files.keys()].filter((path) => path.startsWith('workspace/')).sort();
    expect(written).toEqual(
      ['api-diff.json', 'api-diff.md', 'api-diff.sarif', 'report.html'].map(
        (name) => `workspace/out/api/${name}`,
      ),
    );
    expect(ran.outputs['report-html']).toMatch(/workspace\/out\/api\/report\.html$/);
    expect(ran.outputs['report-sarif']).toMatch(/workspace\/out\/api\/api-diff\.sarif$/);
  });
});
