import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { FetchOutcome } from '../../src/fetch/outcome.ts';
import {
  type Judge,
  manifestText,
  nextVersion,
  parseManifest,
  placeKey,
  placeOf,
  type TakeSnapshotOptions,
  takeSnapshot,
  type VersionStep,
} from '../../src/index.ts';
import {
  documentOutcome,
  failedOutcome,
  group,
  listings,
  streamed,
  unreadableOutcome,
  walk,
} from './account.ts';
import { readTree, temporaryFolder } from './trees.ts';

let parent: Awaited<ReturnType<typeof temporaryFolder>>;
let directory: string;
beforeEach(async () => {
  parent = await temporaryFolder();
  directory = join(parent.path, 'specs');
});
afterEach(() => parent.remove());

const take = (outcomes: readonly FetchOutcome[], options: Partial<TakeSnapshotOptions> = {}) =>
  takeSnapshot({ outcomes: streamed(outcomes), directory, maxRemoved: Number.POSITIVE_INFINITY, ...options });

/** Every changed document means this for its version. */
const always =
  (step: VersionStep): Judge =>
  async () =>
    step;

const manifest = async () => (await readTree(directory))?.['manifest.json'] ?? '';
const versions = async () =>
  Object.fromEntries(parseManifest(await manifest()).groups.map((one) => [one.group.id, one.version]));

describe('the next version', () => {
  test.each([
    ['1.4.2', 'major', '2.0.0'],
    ['1.4.2', 'minor', '1.5.0'],
    ['1.4.2', 'patch', '1.4.3'],
    ['1.999999999.0', 'minor', '1.999999999.0'],
  ] as const)('after %s and a %s change is %s', (version, step, next) => {
    expect(nextVersion(version, step)).toBe(next);
  });
});

describe('the version of an API group', () => {
  test.each([
    ['major', '2.0.0'],
    ['minor', '1.1.0'],
    ['patch', '1.0.1'],
  ] as const)('begins at 1.0.0 and goes on by a %s step when its document changes', async (step, next) => {
    await take(walk([{ id: 1 }, { id: 2 }]));
    expect(await versions()).toEqual({ 1: '1.0.0', 2: '1.0.0' });
    const outcomes = [
      ...listings([{ id: 1 }, { id: 2 }]),
      documentOutcome({ id: 1 }, 'x'),
      documentOutcome({ id: 2 }),
    ];
    const { rows } = await take(outcomes, { judge: always(step) });
    expect(await versions()).toEqual({ 1: next, 2: '1.0.0' });
    expect(rows[0]).toMatchObject({ previousVersion: '1.0.0', version: next });
  });

  test('given a document that nobody compared, promises nothing: it is a major step', async () => {
    await take(walk([{ id: 1 }]));
    await take(walk([{ id: 1 }], 'edited'));
    expect(await versions()).toEqual({ 1: '2.0.0' });
  });

  test.each([
    ['failed', failedOutcome],
    ['unreadable', unreadableOutcome],
  ])('given a group that is %s, stays', async (_, outcome) => {
    await take(walk([{ id: 1 }]));
    await take(walk([{ id: 1 }], 'edited'), { judge: always('minor') });
    await take([...listings([{ id: 1, name: 'New name' }]), outcome({ id: 1, name: 'New name' })]);
    expect(await versions()).toEqual({ 1: '1.1.0' });
  });

  test('given a group that is renamed and changes at once, goes on from where it was', async () => {
    await take(walk([{ id: 1 }]));
    await take(walk([{ id: 1 }], 'edited'), { judge: always('minor') });
    await take(walk([{ id: 1, name: 'New name' }], 'again'), { judge: always('patch') });
    expect(await versions()).toEqual({ 1: '1.1.1' });
  });

  test('given a group that was removed and is back, begins anew', async () => {
    await take(walk([{ id: 1 }, { id: 2 }]));
    await take(walk([{ id: 1 }, { id: 2 }], 'edited'), { judge: always('minor') });
    await take(walk([{ id: 2 }], 'edited'));
    await take(walk([{ id: 1 }, { id: 2 }], 'edited'));
    expect(await versions()).toEqual({ 1: '1.0.0', 2: '1.1.0' });
  });

  test('given a file that somebody edited, is that of what Xano hands out: nothing is compared', async () => {
    await take(walk([{ id: 1 }]));
    await writeFile(join(directory, 'shop/workspace-1/group-1.json'), '{}');
    const judged: string[] = [];
    const { documents } = await take(walk([{ id: 1 }]), {
      judge: async ({ key }) => {
        judged.push(key);
        return 'major';
      },
    });
    expect(judged).toEqual([]);
    expect(documents).toMatchObject([{ status: 'changed', isPutBack: true, version: '1.0.0' }]);
    expect(await versions()).toEqual({ 1: '1.0.0' });
  });
});

describe('a judge', () => {
  test('is asked only about documents that have another text than before, or are gone', async () => {
    await take(walk([{ id: 1 }, { id: 2 }, { id: 3 }, { id: 4 }]));
    const asked: string[] = [];
    const outcomes = [
      ...listings([{ id: 1 }, { id: 2 }, { id: 3, name: 'Moved' }, { id: 5 }]),
      documentOutcome({ id: 1 }, 'edited'),
      documentOutcome({ id: 2 }),
      documentOutcome({ id: 3, name: 'Moved' }),
      documentOutcome({ id: 5 }),
    ];
    await take(outcomes, {
      judge: async ({ key, readBefore, readAfter }) => {
        asked.push(key);
        const texts = [await readBefore(), await readAfter()];
        const isGone = texts[0]?.includes('document of 4') === true;
        expect(texts[1]).toEqual(isGone ? null : expect.stringContaining('edited'));
        return 'major';
      },
    });
    expect(asked.toSorted()).toEqual([1, 4].map((id) => placeKey(placeOf(group({ id })))));
  });

  test('given one that fails to read a text, nothing is written', async () => {
    await take(walk([{ id: 1 }, { id: 2 }]));
    const tree = await readTree(directory);
    const judge: Judge = () => Promise.reject(new Error('no answer'));
    await expect(take(walk([{ id: 1 }, { id: 2 }], 'edited'), { judge })).rejects.toThrow('no answer');
    expect(await readTree(directory)).toEqual(tree);
  });

  test('is asked about so many documents of a run and no more; the others are major', async () => {
    const specs = Array.from({ length: 502 }, (_, index) => ({ id: index + 1 }));
    await take(walk(specs));
    let asked = 0;
    await take(walk(specs, 'edited'), {
      judge: async () => {
        asked += 1;
        return 'patch';
      },
    });
    expect(asked).toBe(500);
    const all = Object.values(await versions());
    expect(all.filter((version) => version === '1.0.1')).toHaveLength(500);
    expect(all.filter((version) => version === '2.0.0')).toHaveLength(2);
  });

  test('is not asked about a plan that is refused', async () => {
    const specs = Array.from({ length: 12 }, (_, index) => ({ id: index + 1 }));
    await take(walk(specs));
    const judge: Judge = () => Promise.reject(new Error('asked'));
    await expect(take(walk([{ id: 1 }], 'edited'), { judge, maxRemoved: 3 })).rejects.toMatchObject({
      code: 'TOO_MANY_REMOVALS',
    });
  });
});

describe('a snapshot with a manifest of format 1', () => {
  /** Turns the manifest into one as it was before groups had versions. */
  async function age() {
    const old = manifestText(parseManifest(await manifest()), 1);
    await writeFile(join(directory, 'manifest.json'), old);
    return old;
  }

  test('given the same account, is left as it is', async () => {
    await take(walk([{ id: 1 }]));
    const old = await age();
    expect(await take(walk([{ id: 1 }]))).toMatchObject({ changed: false, written: false });
    expect(await manifest()).toBe(old);
  });

  test.each([
    ['changed', walk([{ id: 1 }], 'edited'), '1.1.0'],
    ['renamed', walk([{ id: 1, name: 'New name' }]), '1.0.0'],
  ])('given a group that %s, is written in the format of today', async (_, outcomes, version) => {
    await take(walk([{ id: 1 }]));
    await age();
    await take(outcomes, { judge: always('minor') });
    expect(JSON.parse(await manifest())).toMatchObject({ version: 2, groups: [{ version }] });
  });

  test('given a name that changes nothing but the manifest, is written in the format of today', async () => {
    await take(walk([{ id: 1, name: 'API one' }]));
    await age();
    await take(walk([{ id: 1, name: 'API One' }]));
    expect(JSON.parse(await manifest())).toMatchObject({ version: 2, groups: [{ version: '1.0.0' }] });
  });

  test('given a file that was deleted, puts it back and is written in the format of today', async () => {
    await take(walk([{ id: 1 }]));
    await age();
    await rm(join(directory, 'shop/workspace-1/group-1.json'));
    const { additions } = await take(walk([{ id: 1 }]));
    expect(additions.map(({ path }) => path)).toEqual(['shop/workspace-1/group-1.json', 'manifest.json']);
    expect(JSON.parse(await manifest())).toMatchObject({ version: 2, groups: [{ version: '1.0.0' }] });
  });
});

describe('over any sequence of runs', () => {
  const fate = fc.constantFrom('same', 'edited', 'failed', 'unreadable', 'renamed', 'gone', 'unseen');
  const run = fc.record({
    fates: fc.array(fate, { minLength: 3, maxLength: 3 }),
    step: fc.constantFrom<VersionStep>('major', 'minor', 'patch'),
  });
  type Run = typeof run extends fc.Arbitrary<infer T> ? T : never;

  function outcomesOf(
    { fates }: Run,
    texts: Map<number, string>,
    names: Map<number, string>,
  ): FetchOutcome[] {
    const specs = fates.map((one, index) => {
      const id = index + 1;
      if (one === 'edited') texts.set(id, `${texts.get(id) ?? ''}x`);
      if (one === 'renamed') names.set(id, `${names.get(id) ?? 'Group'} ${id}`);
      return { id, name: names.get(id) ?? `Group ${id}`, one };
    });
    return [
      ...listings(specs.filter(({ one }) => one !== 'gone')),
      ...specs.flatMap(({ one, ...spec }) => {
        if (one === 'failed') return [failedOutcome(spec)];
        if (one === 'unreadable') return [unreadableOutcome(spec)];
        return one === 'gone' || one === 'unseen'
          ? []
          : [documentOutcome(spec, texts.get(spec.id) ?? 'first')];
      }),
    ];
  }

  const numbers = (version: string) =>
    version
      .split('.')
      .map((part) => part.padStart(9, '0'))
      .join('.');

  test('versions only go up, exactly when the document changes, and a second run changes no byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(run, { minLength: 1, maxLength: 5 }), async (runs) => {
        await rm(directory, { recursive: true, force: true });
        const texts = new Map<number, string>();
        const names = new Map<number, string>();
        for (const one of runs) {
          const before = parseManifest((await manifest()) || null).groups;
          const outcomes = outcomesOf(one, texts, names);
          await take(outcomes, { judge: always(one.step) });
          const tree = await readTree(directory);
          for (const { group, version, sha256 } of parseManifest((await manifest()) || null).groups) {
            const last = before.find((entry) => entry.group.id === group.id);
            if (last === undefined) expect(version).toBe('1.0.0');
            else if (last.sha256 === sha256) expect(version).toBe(last.version);
            else expect(numbers(version) > numbers(last.version)).toBe(true);
          }
          expect(await take(outcomes, { judge: always('major') })).toMatchObject({ changed: false });
          expect(await readTree(directory)).toEqual(tree);
        }
      }),
      { numRuns: 25 },
    );
  });
});
