import { describe, expect, test } from '@jest/globals';
import { checks } from '@xano-specs/openapi-diff';
import { xanoSpecs } from './support/command.ts';
import { emptyFolder } from './support/folders.ts';

async function run(...args: string[]) {
  await using folder = await emptyFolder();
  return await xanoSpecs(['checks', ...args], { cwd: folder.path });
}

describe('checks', () => {
  test('given no id, then every check of the engine is a line with its level and meaning', async () => {
    const { status, stdout } = await run();
    const lines = stdout.trimEnd().split('\n');
    expect(status).toBe(0);
    expect(lines).toHaveLength(checks().length);
    for (const line of lines) expect(line).toMatch(/^[a-z0-9-]+ +(?:error|warning|info) +\S/);
  });

  test('given an id, then the law, the example and what diff says of it are shown', async () => {
    expect(await run('new-required-request-property')).toMatchSnapshot();
  });

  test('given --json, then the same is data', async () => {
    const all = JSON.parse((await run('--json')).stdout) as { id: string }[];
    const one = JSON.parse((await run('endpoint-added', '--json')).stdout) as Record<string, unknown>;
    expect(all).toHaveLength(checks().length);
    expect(one).toMatchObject({ id: 'endpoint-added', level: 'info', example: { before: {}, after: {} } });
  });

  test('given an id that no check has, then near ones are proposed', async () => {
    const { status, stderr } = await run('required-request-property');
    expect(status).toBe(2);
    expect(stderr).toContain('new-required-request-property');
  });

  test('given an id that was left out on purpose, then the reason is told', async () => {
    const { status, stderr } = await run('api-version-decreased');
    expect(status).toBe(2);
    expect(stderr).toContain("The document's own version is a label");
  });
});
