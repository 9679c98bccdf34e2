import { expect, test } from '@jest/globals';
import { workspaceOf } from './runner/branches.ts';
import { startWorld, type World } from './runner/world.ts';

const SECRET = 'ops.lead@bookmarket-internal.com';

function setDefault(world: World, value: string): void {
  for (const { tables } of workspaceOf(world).branches)
    for (const { columns } of tables)
      for (const column of columns) if (column.name === 'isbn') column.default = value;
}

/** Where the text stands after a run. */
async function places(world: World, ran: Awaited<ReturnType<World['run']>>): Promise<string[]> {
  const held = await world.github.git('grep', '-l', '-F', SECRET, 'main').catch(() => '');
  return [
    ...held.split('\n').filter((line) => line !== ''),
    ...((await world.github.git('log', '-1', '--format=%B', 'main')).includes(SECRET) ? ['message'] : []),
    ...(ran.summary.includes(SECRET) ? ['summary'] : []),
    ...(ran.stdout.includes(SECRET) ? ['log'] : []),
    ...(JSON.stringify(ran.result).includes(SECRET) ? ['result'] : []),
  ];
}

test('given a warning of personal data in a document, and redact: true as it advises, then no word of the run holds it', async () => {
  await using world = await startWorld();
  setDefault(world, SECRET);
  const inputs = { changelog: 'true' };
  const first = await world.run({ inputs });
  expect(first.stdout).toContain('Take them out in Xano, or set redact: true.');
  const second = await world.run({ inputs: { ...inputs, redact: 'true' } });
  expect(second.status).toBe(0);
  expect(await places(world, second)).toEqual([]);
});

test('given the same, taken out in Xano as it advises, then no word of the run holds it', async () => {
  await using world = await startWorld();
  setDefault(world, SECRET);
  const inputs = { changelog: 'true' };
  await world.run({ inputs });
  setDefault(world, '');
  const second = await world.run({ inputs });
  expect(second.status).toBe(0);
  expect(await places(world, second)).toEqual([]);
});

/** An access key of AWS. */
const TOKEN = ['AKIA', 'Q3EGRT7XNPLW5ZKD'].join('');

test.each([['commit'], ['pull-request']])(
  'given a key in a default value and mode %s, then redact: true prints it nowhere',
  async (mode) => {
    await using world = await startWorld();
    setDefault(world, TOKEN);
    await world.run({ inputs: { changelog: 'true' } });
    const ran = await world.run({ inputs: { changelog: 'true', redact: 'true', mode } });
    expect(ran.status).toBe(0);
    const branch = mode === 'commit' ? 'main' : 'xano-specs/snapshot';
    const texts = {
      log: ran.stdout,
      summary: ran.summary,
      result: JSON.stringify(ran.result),
      message: await world.github.git('log', '-1', '--format=%B', branch),
      changeLog: (await world.github.readFile(branch, 'specs/CHANGELOG.md')) ?? '',
      body: world.github.state.pulls.map(({ body }) => body).join(),
    };
    expect(
      Object.entries(texts)
        .filter(([, text]) => text.includes(TOKEN))
        .map(([name]) => name),
    ).toEqual([]);
  },
  120_000,
);
