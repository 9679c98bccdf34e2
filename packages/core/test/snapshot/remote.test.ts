import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { FetchOutcome } from '../../src/fetch/outcome.ts';
import { memoryStaging, prepareSnapshot, remoteBase } from '../../src/index.ts';
import { documentOutcome, failedOutcome, listings, reduced, walk } from './account.ts';

/** A branch as GitHub would show it: the object id of every file, and their texts one by one. */
function branch(files: Readonly<Record<string, string>>, others: readonly string[] = []) {
  const reads: string[] = [];
  const blobs = new Map(
    Object.entries(files).map(([path, text]) => [
      path,
      createHash('sha1')
        .update(`blob ${Buffer.byteLength(text)}\0${text}`)
        .digest('hex'),
    ]),
  );
  const read = async (path: string) => {
    reads.push(path);
    return files[path] ?? null;
  };
  const manifestText = files['manifest.json'] ?? null;
  return { base: remoteBase({ manifestText, blobs, others: new Set(others), read }), reads };
}

const DOCUMENT = 'shop/workspace-1/group-1.json';

test.each<[string, Readonly<Record<string, string>>, readonly string[], string]>([
  ['a file where a folder would be', { shop: 'mine' }, [], 'shop'],
  ['a submodule where a folder would be', {}, ['shop/workspace-1'], 'shop/workspace-1'],
  ['a link where a document would be', {}, [DOCUMENT], DOCUMENT],
  ['a folder where a document would be', { [`${DOCUMENT}/mine`]: 'mine' }, [], DOCUMENT],
  ['a folder where the manifest would be', { 'manifest.json/mine': 'mine' }, [], 'manifest.json'],
  ['a link where the manifest would be', {}, ['manifest.json'], 'manifest.json'],
])('given %s on the branch, nothing is planned over it', async (_, files, others, named) => {
  const staging = memoryStaging();
  const outcomes = await reduced(walk([{ id: 1 }]), staging);
  const plan = async () => prepareSnapshot(branch(files, others).base, outcomes, staging);
  await expect(plan()).rejects.toMatchObject({
    code: 'PATH_NOT_PLAIN',
    message: expect.stringMatching(`^${named} in the snapshot folder is `),
  });
});

test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  ['a folder', { 'CHANGELOG.md/2023.md': 'theirs' }, []],
  ['a link or a submodule', {}, ['CHANGELOG.md']],
])('given %s where the change log would be, nothing is planned over it', async (_, files, others) => {
  const staging = memoryStaging();
  const outcomes = await reduced(walk([{ id: 1 }]), staging);
  const { base } = branch(files, others);
  const writeCompanions = async () => [{ path: 'CHANGELOG.md', text: 'ours' }];
  await expect(prepareSnapshot(base, outcomes, staging, { writeCompanions })).rejects.toMatchObject({
    code: 'PATH_NOT_PLAIN',
    message: expect.stringMatching(/^CHANGELOG\.md in .* and the change log has to stand there\./),
  });
  // Without a change log, it is none of the run's business.
  await expect(prepareSnapshot(base, outcomes, staging)).resolves.toMatchObject({ changed: true });
  await expect(base.read('CHANGELOG.md')).rejects.toMatchObject({ code: 'PATH_NOT_PLAIN' });
});

async function prepare(files: Readonly<Record<string, string>>, outcomes: readonly FetchOutcome[]) {
  const staging = memoryStaging();
  const { base, reads } = branch(files);
  return { prepared: await prepareSnapshot(base, await reduced(outcomes, staging), staging), reads };
}

/** What the branch holds once the changes are committed. */
async function committed(files: Readonly<Record<string, string>>, outcomes: readonly FetchOutcome[]) {
  const { prepared, reads } = await prepare(files, outcomes);
  const after: Record<string, string> = { ...files };
  for (const path of prepared.deletions) delete after[path];
  for (const { path, read } of prepared.additions) after[path] = await read();
  return { after, prepared, reads };
}

describe('a snapshot on a branch that is not at hand', () => {
  test('given an empty branch, adds every document and the manifest last', async () => {
    const { prepared } = await prepare({}, walk([{ id: 1 }, { id: 2 }]));
    expect(prepared.additions.map(({ path }) => path)).toEqual([
      'shop/workspace-1/group-1.json',
      'shop/workspace-1/group-2.json',
      'manifest.json',
    ]);
  });

  test('given nothing new, changes nothing and reads nothing', async () => {
    const { after } = await committed({}, walk([{ id: 1 }]));
    const { prepared, reads } = await prepare(after, walk([{ id: 1 }]));
    expect(prepared).toMatchObject({ changed: false, additions: [], deletions: [] });
    expect(reads).toEqual([]);
  });

  test('given a rename of a group that failed, reads its text from the branch', async () => {
    const { after } = await committed({}, walk([{ id: 1, name: 'Old' }, { id: 2 }]));
    const renamed = await committed(after, [
      ...listings([{ id: 1 }, { id: 2 }]),
      failedOutcome({ id: 1, name: 'New' }),
      documentOutcome({ id: 2 }),
    ]);
    expect(renamed.after['shop/workspace-1/new.json']).toBe(after['shop/workspace-1/old.json']);
    expect(renamed.prepared.deletions).toEqual(['shop/workspace-1/old.json']);
    expect(renamed.reads).toEqual(['shop/workspace-1/old.json']);
  });

  test('given a file that was edited by hand, writes it again; given one that is gone, does not remove it', async () => {
    const { after } = await committed({}, walk([{ id: 1 }, { id: 2 }]));
    const files: Record<string, string> = { ...after, 'shop/workspace-1/group-1.json': '{}' };
    delete files['shop/workspace-1/group-2.json'];
    const { prepared } = await prepare(files, walk([{ id: 1 }]));
    expect(prepared.additions.map(({ path }) => path)).toEqual([
      'shop/workspace-1/group-1.json',
      'manifest.json',
    ]);
    expect(prepared.deletions).toEqual([]);
    expect(prepared.counts).toMatchObject({ changed: 1, removed: 1 });
  });

  test('given a file that no snapshot wrote where one would write, refuses', async () => {
    await expect(
      prepare({ 'shop/workspace-1/group-1.json': 'mine' }, walk([{ id: 1 }])),
    ).rejects.toMatchObject({ code: 'PATH_TAKEN' });
  });

  test('given a branch that moved, plans the same outcomes again against what stands there now', async () => {
    const staging = memoryStaging();
    const outcomes = await reduced(walk([{ id: 1 }, { id: 2 }]), staging);
    const first = await prepareSnapshot(branch({}).base, outcomes, staging);
    const { after } = await committed({}, walk([{ id: 2 }]));
    const second = await prepareSnapshot(branch(after).base, outcomes, staging);
    expect(first.additions).toHaveLength(3);
    expect(second.additions.map(({ path }) => path)).toEqual([
      'shop/workspace-1/group-1.json',
      'manifest.json',
    ]);
  });

  test('given a fetched document whose staged text is gone, gives an error and never the old text', async () => {
    const { after } = await committed({}, walk([{ id: 1 }]));
    const staging = memoryStaging();
    const outcomes = await reduced(walk([{ id: 1 }], 'edited'), staging);
    const prepared = await prepareSnapshot(branch(after).base, outcomes, memoryStaging());
    const lost = { code: 'DOCUMENT_LOST', message: expect.stringContaining(DOCUMENT) };
    await expect(prepared.additions[0]?.read()).rejects.toMatchObject(lost);
    await expect(prepared.documents[0]?.readAfter()).rejects.toMatchObject(lost);
  });

  test('given a document that its file holds already, whatever the manifest says, takes it from there', async () => {
    const { after } = await committed({}, walk([{ id: 1 }]));
    const edited = await committed({}, walk([{ id: 1 }], 'edited'));
    const files = { ...after, [DOCUMENT]: edited.after[DOCUMENT] ?? '' };
    const outcomes = await reduced(walk([{ id: 1 }], 'edited'), memoryStaging());
    const prepared = await prepareSnapshot(branch(files).base, outcomes, memoryStaging());
    expect(prepared.plan.groups[0]?.status).toBe('changed');
    expect(await prepared.additions[0]?.read()).toBe(files[DOCUMENT]);
  });
});
