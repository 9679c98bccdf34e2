import { describe, expect, test } from '@jest/globals';
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

test('given many addresses under a key as long as a document, then the result counts them in few words', async () => {
  await using world = await startWorld();
  const addresses = Array.from({ length: 60 }, (_, at) => `reader${at}@bookmarket-internal.com`);
  const document = { openapi: '3.0.0', info: { title: 'Books', version: '1' }, paths: {} };
  world.group('Private API').document = () =>
    JSON.stringify({ ...document, [`x-${'k'.repeat(200_000)}`]: addresses });
  const ran = await world.run();
  const row = ran.result?.groups.find(({ group }) => group.name === 'Private API');
  expect(row).toMatchObject({ status: 'added', leakCount: 60 });
  expect(JSON.stringify(ran.result).length).toBeLessThan(200_000);
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
    const texts = await wordsOf(world, ran, branch);
    expect(
      Object.entries(texts)
        .filter(([, text]) => text.includes(TOKEN))
        .map(([name]) => name),
    ).toEqual([]);
  },
  120_000,
);

/** Nothing in it says what it is: the name of its column does. */
const PASSWORD = 'Hunter2-ofTheShop';

/** Makes the column of the ISBN one that takes a secret. */
function setSecretColumn(
  world: World,
  column: { readonly values?: string[]; readonly default: string },
): void {
  for (const { tables } of workspaceOf(world).branches)
    for (const { columns } of tables)
      for (const one of columns) {
        if (!['isbn', 'api_key'].includes(one.name)) continue;
        const { values, default: preset } = column;
        Object.assign(one, { name: 'api_key', default: preset }, values && { type: 'enum', values });
      }
}

/** The words of a run, each by where they stand. */
async function wordsOf(world: World, ran: Awaited<ReturnType<World['run']>>, branch: string) {
  return {
    log: ran.stdout,
    summary: ran.summary,
    result: JSON.stringify(ran.result),
    message: await world.github.git('log', '-1', '--format=%B', branch),
    changeLog: (await world.github.readFile(branch, 'specs/CHANGELOG.md')) ?? '',
    body: world.github.state.pulls.map(({ body }) => body).join(),
  };
}

describe.each([
  ['commit', 'main'],
  ['pull-request', 'xano-specs/snapshot'],
])('given a value that only the name of its column tells to be a secret, and mode %s', (mode, branch) => {
  const inputs = { changelog: 'true', format: 'yaml' };
  const listed = { values: [PASSWORD, 'another'], default: PASSWORD };

  test.each<[string, Parameters<typeof setSecretColumn>[1], Parameters<typeof setSecretColumn>[1], object]>([
    ['replaced by redact: true', { default: PASSWORD }, { default: PASSWORD }, { redact: 'true' }],
    ['taken out in Xano', { default: PASSWORD }, { default: '' }, {}],
    ['put in', { default: '' }, { default: PASSWORD }, {}],
    ['a listed value that goes', listed, { values: ['another'], default: 'another' }, {}],
  ])(
    '%s, then the words tell of the change and none holds it',
    async (_, before, after, more) => {
      await using world = await startWorld();
      setSecretColumn(world, before);
      await world.run({ inputs });
      setSecretColumn(world, after);
      const ran = await world.run({ inputs: { ...inputs, ...more, mode } });
      expect(ran.status).toBe(0);
      const words = await wordsOf(world, ran, branch);
      const holding = Object.entries(words).filter(([, text]) => text.includes(PASSWORD));
      expect(holding.map(([where]) => where)).toEqual([]);
      expect(words.message).toContain('•••• (17 characters)');
    },
    120_000,
  );
});
