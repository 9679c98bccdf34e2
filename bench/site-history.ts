import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { manifestText } from '@xano-specs/core';

/** A snapshot's life: so many API groups, each with so many versions, in so many commits. */
export interface Life {
  readonly groups: number;
  readonly versions: number;
  readonly commits: number;
}

const START = Date.UTC(2025, 0, 1) / 1000;
const DAY = 24 * 60 * 60;

/**
 * Writes the whole life into an empty repository with one `git fast-import`. Each commit changes an
 * equal share of the groups, in turn.
 */
export async function writeHistory(folder: string, life: Life): Promise<void> {
  const { groups, versions, commits } = life;
  const child = spawn('git', ['fast-import', '--quiet'], {
    cwd: folder,
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const ended = once(child, 'close');
  const write = async (text: string) => {
    if (!child.stdin.write(text)) await once(child.stdin, 'drain');
  };
  const steps = new Array<number>(groups).fill(0);
  const share = Math.ceil((groups * (versions - 1)) / (commits - 1));
  for (let commit = 0, next = 0; commit < commits; commit += 1) {
    const touched =
      commit === 0 ? steps.keys() : Array.from({ length: share }, (_, index) => (next + index) % groups);
    await write(commitHead(commit));
    for (const group of touched) {
      if (commit > 0) steps[group] = (steps[group] ?? 0) + 1;
      await write(file(`specs/${pathOf(group)}`, documentOf(group, steps[group] ?? 0)));
    }
    if (commit > 0) next = (next + share) % groups;
    await write(file('specs/manifest.json', manifestOf(steps)));
  }
  await write('done\n');
  child.stdin.end();
  await ended;
}

/** One more commit, which changes one group. */
export async function changeOne(folder: string, life: Life): Promise<void> {
  const child = spawn('git', ['fast-import', '--quiet'], {
    cwd: folder,
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const ended = once(child, 'close');
  const head = `${commitHead(life.commits)}from refs/heads/main^0\n`;
  child.stdin.end(`${head}${file(`specs/${pathOf(7)}`, documentOf(7, life.versions + 5))}`);
  await ended;
}

function commitHead(number: number): string {
  const time = START + number * DAY;
  return `commit refs/heads/main\ncommitter Ada <ada@example.com> ${time} +0000\ndata 1\nx\n`;
}

function file(path: string, text: string): string {
  return `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`;
}

function pathOf(group: number): string {
  return `instance-${group % 5}/workspace-${Math.floor(group / 5) % 20}/group-${group}.json`;
}

function manifestOf(steps: readonly number[]): string {
  return manifestText({
    version: 2,
    groups: steps.map((step, group) => ({
      path: pathOf(group),
      instance: { name: `instance-${group % 5}`, display: `Instance ${group % 5}` },
      workspace: { id: Math.floor(group / 5) % 20, name: `Workspace ${Math.floor(group / 5) % 20}` },
      branch: null,
      group: { id: group, name: `Group ${group}`, canonical: null },
      version: `1.${step}.0`,
      sha256: '0'.repeat(64),
      paths: 10,
      operations: 20,
      schemas: 4,
    })),
  });
}

const NOUNS = [
  'book',
  'order',
  'customer',
  'review',
  'invoice',
  'payment',
  'shelf',
  'author',
  'genre',
  'offer',
];

/** A document of twenty operations over ten tables, as Xano makes them; each step changes a table or two. */
function documentOf(group: number, step: number): string {
  const tables = NOUNS.map((noun, index) => ({
    name: `${noun}_${group % 100}`,
    age: Math.floor((step + index) / NOUNS.length),
  }));
  const paths = tables.flatMap(({ name, age }) => {
    const schema = objectOf({
      id: { type: 'integer', format: 'int64' },
      created_at: { type: 'integer', format: 'timestamptz' },
      name: { type: 'string', description: age > 1 ? `The name of the ${name}.` : '' },
      // A column that changes its type now and then breaks somebody; one that is new does not.
      state: { type: age % 2 === 0 ? 'string' : 'integer' },
      ...Object.fromEntries(
        Array.from({ length: 4 + age }, (_, index) => [`column_${index}`, { type: 'string' }]),
      ),
    });
    const responses = (body: object) => ({
      200: { description: 'Success!', content: { 'application/json': { schema: body } } },
      400: { description: 'Input Error. Check the request payload for issues.' },
      401: { description: 'Unauthorized' },
      500: { description: 'Unexpected error' },
    });
    return [
      [
        `/${name}`,
        {
          get: {
            summary: `Query all ${name} records`,
            tags: [name],
            responses: responses({ type: 'array', items: schema }),
          },
        },
      ],
      [
        `/${name}/{id}`,
        {
          get: {
            summary: `Get ${name} record`,
            tags: [name],
            parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
            responses: responses(schema),
          },
        },
      ],
    ];
  });
  const document = {
    openapi: '3.0.3',
    info: { title: `Group ${group}`, version: '0.0.1' },
    servers: [{ url: `https://instance.example.com/api:${group}` }],
    paths: Object.fromEntries(paths),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function objectOf(properties: Readonly<Record<string, object>>): object {
  return { type: 'object', required: Object.keys(properties), properties };
}
