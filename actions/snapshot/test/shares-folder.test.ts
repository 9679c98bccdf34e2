import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readShares, writeShare } from '../src/shares/folder.ts';
import { startWorld } from './runner/world.ts';

async function temporaryFolder() {
  const path = await mkdtemp(join(tmpdir(), 'shares-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

test('given a link in place of plan.json, then the plan takes its place and the file behind it stays', async () => {
  await using world = await startWorld();
  await using folder = await temporaryFolder();
  const behind = join(folder.path, 'behind');
  const shares = join(folder.path, 'shares');
  await writeFile(behind, 'good');
  await mkdir(shares);
  await symlink(behind, join(shares, 'plan.json'));
  const ran = await world.run({ inputs: { step: 'plan', 'shares-directory': shares } });
  expect(ran.status).toBe(0);
  expect(await readFile(behind, 'utf8')).toBe('good');
  expect(await readFile(join(shares, 'plan.json'), 'utf8')).toContain('explore-instance');
});

type Share = Parameters<typeof writeShare>[1];

const SHARE: Share = {
  formatVersion: 1,
  run: 'run',
  number: 1,
  of: 1,
  instances: [{ name: 'shop', display: 'Shop' }],
  settings: {
    instances: [],
    workspaces: [],
    branches: [],
    groups: [],
    format: 'json',
    stripExamples: false,
    extractComponents: false,
    redact: false,
    allowedHosts: [],
    address: 'https://app.xano.com',
  },
};

/** What comes of a document in an artifact that somebody changed, hashes and all, so that it holds this. */
async function changedTo(content: Buffer, format: 'json' | 'yaml') {
  await using folder = await temporaryFolder();
  const hashOf = (name: string, ...parts: (string | Buffer)[]) =>
    parts.reduce((hash, part) => hash.update(part), createHash(name)).digest('hex');
  const document = {
    kind: 'document' as const,
    group: {
      instance: { name: 'shop', display: 'Shop' },
      workspace: { id: 1, name: 'Main' },
      branch: { label: 'v1', live: true },
      group: { id: 1, name: 'Orders', canonical: 'c1' },
    },
    format,
    sha256: hashOf('sha256', content),
    gitBlob: hashOf('sha1', `blob ${content.byteLength}\0`, content),
    bytes: content.byteLength,
    leaks: [],
    leakCount: 0,
    paths: 0,
    operations: 0,
    schemas: 0,
  };
  await writeShare(
    folder.path,
    SHARE,
    (text) => text,
    async () => ({ groups: new Map([['orders', document]]), listed: [], unlisted: [] }),
  );
  await writeFile(join(folder.path, 'share-1', document.sha256), content);
  const { shares } = await readShares(folder.path);
  return [...(shares.get(1)?.outcomes.groups.values() ?? [])].map((one) =>
    one.kind === 'failed' ? one.error.code : one.kind,
  );
}

test.each<[string, 'json' | 'yaml', string | Buffer]>([
  ['nothing', 'json', ''],
  ['nothing', 'yaml', ''],
  ['what is no UTF-8', 'json', Buffer.from('{"openapi":"3.0.0\xff"}', 'latin1')],
  ['what is no UTF-8', 'yaml', Buffer.from('openapi: 3.0.0 \xff\n', 'latin1')],
  ['null', 'json', 'null'],
  ['a piece of JSON', 'json', '{"openapi":"3.0.0"'],
  ['JSON that is no document', 'json', '{"info":{"openapi":"3.0.0"}}'],
  ['YAML that is no document', 'yaml', 'info:\n  openapi: 3.0.0\n'],
])(
  'given an artifact in which %s took the place of a document in %s, then that is lost',
  async (_, format, text) => {
    expect(await changedTo(Buffer.from(text), format)).toEqual(['SHARE_DOCUMENT_LOST']);
  },
);

test.each<['json' | 'yaml', string]>([
  ['json', '{"info":{"title":"Bücher"},"openapi":"3.0.0"}'],
  ['json', '{"swagger":"2.0"}'],
  ['yaml', 'info:\n  title: Bücher\nopenapi: 3.0.0\n'],
  ['yaml', "swagger: '2.0'\n"],
])('given an artifact that holds the document in %s: %j, then it is taken', async (format, text) => {
  expect(await changedTo(Buffer.from(text), format)).toEqual(['document']);
});

test('given a text that is staged and in no document, then it is not handed on', async () => {
  await using folder = await temporaryFolder();
  await writeShare(
    folder.path,
    SHARE,
    (text) => text,
    async (staging) => {
      await staging.put('a'.repeat(64), 'a text with a secret');
      return { groups: new Map(), listed: [], unlisted: [] };
    },
  );
  expect(await readdir(join(folder.path, 'share-1'))).toEqual(['share.json']);
});
