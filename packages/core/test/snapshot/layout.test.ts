import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { EMPTY_MANIFEST, type Manifest, manifestText, parseManifest, planSnapshot } from '../../src/index.ts';
import { slug } from '../../src/snapshot/slug.ts';
import { type GroupSpec, reduced, walk } from './account.ts';

/** The path of each group, by its id, after a snapshot of these groups. */
async function pathsOf(specs: readonly GroupSpec[], manifest: Manifest = EMPTY_MANIFEST) {
  const plan = planSnapshot(manifest, await reduced(walk(specs)));
  return {
    manifest: plan.manifest,
    byId: new Map(plan.groups.map(({ group, path }) => [group.group.id, path])),
  };
}

describe('the slug of a name', () => {
  test.each([
    ['Public API', 'public-api'],
    ['../../x', 'x'],
    ['..', 'group'],
    ['', 'group'],
    ['   ', 'group'],
    ['🚀🚀', 'group'],
    ['🚀 Launch', 'launch'],
    ['CON', 'con-group'],
    ['nul.json', 'nul-json'],
    ['COM1', 'com1-group'],
    ['com¹', 'com1-group'],
    ['LPT9 ', 'lpt9-group'],
    ['manifest', 'manifest-group'],
    ['.git', 'git'],
    ['trailing. . ', 'trailing'],
    ['a:b*c?"<>|d', 'a-b-c-d'],
    ['Crème Brûlée', 'creme-brulee'],
    ['Cre\u0300me', 'creme'],
    ['Straße', 'strasse'],
    ['İstanbul', 'istanbul'],
    ['Łódź', 'lodz'],
    ['ユーザー', 'group'],
    ['a\u0000b', 'a-b'],
    ['\uD800', 'group'],
    ['x'.repeat(300), 'x'.repeat(48)],
    [`${'x'.repeat(47)} y`, 'x'.repeat(47)],
  ])('of %j is %s', (name, want) => {
    expect(slug(name, 'group')).toBe(want);
  });
});

describe('paths', () => {
  test('lead from the instance through the workspace and the branch; the live branch has no folder', async () => {
    const { manifest } = await pathsOf([
      { id: 4, name: 'Public API', instance: 'explore-instance', workspaceName: 'Book Marketplace' },
      {
        id: 9,
        name: 'Public API',
        instance: 'explore-instance',
        workspaceName: 'Book Marketplace',
        branch: 'v2',
      },
    ]);
    expect(manifest.groups.map(({ path }) => path)).toEqual([
      'explore-instance/book-marketplace/public-api.json',
      'explore-instance/book-marketplace/v2/public-api.json',
    ]);
  });

  test('given names that give one slug, keep the plain one for the smaller id', async () => {
    const { byId } = await pathsOf([
      { id: 10, name: 'Public API' },
      { id: 9, name: 'public api' },
      { id: 11, name: 'Public-API!' },
    ]);
    expect([...byId].toSorted()).toEqual([
      [10, 'shop/workspace-1/public-api-10.json'],
      [11, 'shop/workspace-1/public-api-11.json'],
      [9, 'shop/workspace-1/public-api.json'],
    ]);
  });

  test('given a name that looks like a solved collision, are distinct all the same', async () => {
    const { byId } = await pathsOf([
      { id: 1, name: 'api' },
      { id: 2, name: 'api-3' },
      { id: 3, name: 'API' },
    ]);
    expect(byId.get(3)).toBe('shop/workspace-1/api-3-2.json');
    expect(byId.get(2)).toBe('shop/workspace-1/api-3.json');
  });

  test('given a new group with a smaller id and a taken name, leave the old one where it is', async () => {
    const before = await pathsOf([{ id: 5, name: 'API' }]);
    const after = await pathsOf(
      [
        { id: 5, name: 'API' },
        { id: 1, name: 'api' },
      ],
      before.manifest,
    );
    expect(after.byId.get(5)).toBe(before.byId.get(5));
    expect(after.byId.get(1)).toBe('shop/workspace-1/api-1.json');
  });

  test('given a renamed group, follow its name; given another spelling with the same slug, stay', async () => {
    const before = await pathsOf([{ id: 5, name: 'Billing' }]);
    expect((await pathsOf([{ id: 5, name: 'Invoices' }], before.manifest)).byId.get(5)).toBe(
      'shop/workspace-1/invoices.json',
    );
    expect((await pathsOf([{ id: 5, name: 'BILLING ' }], before.manifest)).byId.get(5)).toBe(
      'shop/workspace-1/billing.json',
    );
  });

  test('given workspaces and branches that collide, give each a folder of its own', async () => {
    const { manifest } = await pathsOf([
      { id: 1, workspace: 1, workspaceName: 'Shop' },
      { id: 2, workspace: 2, workspaceName: 'SHOP' },
      { id: 3, workspace: 1, workspaceName: 'Shop', branch: 'dev' },
      { id: 4, workspace: 1, workspaceName: 'Shop', branch: 'DEV' },
    ]);
    const folders = manifest.groups.map(({ path }) => path.slice(0, path.lastIndexOf('/')));
    expect(new Set(folders).size).toBe(4);
    expect(folders).toContain('shop/shop-2');
  });
});

const name = fc.oneof(
  fc.constantFrom(
    '',
    '..',
    '../../x',
    'CON',
    'con',
    'manifest',
    'Api',
    'api',
    'API-2',
    'api-2',
    '🚀',
    'x'.repeat(300),
    'é',
    'e\u0301',
    'nul.',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const spec = fc.record({
  id: fc.integer({ min: 1, max: 12 }),
  name,
  instance: fc.constantFrom('shop', 'SHOP', 'con', '../x'),
  workspace: fc.integer({ min: 1, max: 2 }),
  branch: fc.constantFrom(null, 'v2', 'V2', '..'),
});
const account = fc
  .tuple(
    fc.uniqueArray(spec, {
      selector: (one) => JSON.stringify([one.id, one.instance, one.workspace, one.branch]),
      maxLength: 10,
    }),
    fc.array(name, { minLength: 3, maxLength: 3 }),
  )
  .map(([specs, names]) => specs.map((one) => ({ ...one, workspaceName: names[one.workspace] ?? '' })));

describe('whatever the names', () => {
  test('paths are safe, bounded and distinct on a file system that folds case and normalises', async () => {
    await fc.assert(
      fc.asyncProperty(account, async (specs) => {
        const { manifest } = await pathsOf(specs);
        const paths = manifest.groups.map(({ path }) => path);
        expect(paths).toHaveLength(specs.length);
        expect(new Set(paths.map((path) => path.normalize('NFD').toLowerCase())).size).toBe(paths.length);
        for (const path of paths) {
          expect(path).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*\/){2,3}[a-z0-9]+(-[a-z0-9]+)*\.json$/);
          expect(path.length).toBeLessThan(260);
          expect(path).not.toMatch(/(^|\/)(con|prn|aux|nul|com\d|lpt\d|manifest)(\.|\/|$)/);
        }
        expect(parseManifest(manifestText(manifest))).toEqual(manifest);
      }),
    );
  });

  test('no path of an unchanged name moves when others come and go', async () => {
    await fc.assert(
      fc.asyncProperty(account, account, async (first, second) => {
        const before = await pathsOf(first);
        const keyOf = (one: GroupSpec) => JSON.stringify([one.instance, one.workspace, one.branch, one.id]);
        const present = new Set(first.map(keyOf));
        const renamedBack = new Map(
          first.map((one) => [`${one.instance} ${one.workspace}`, one.workspaceName]),
        );
        const added = second
          .filter((one) => !present.has(keyOf(one)))
          .map((one) => ({
            ...one,
            workspaceName: renamedBack.get(`${one.instance} ${one.workspace}`) ?? one.workspaceName,
          }));
        const after = await pathsOf([...first, ...added], before.manifest);
        const pathsAfter = new Set(after.manifest.groups.map(({ path }) => path));
        for (const { path } of before.manifest.groups) expect(pathsAfter).toContain(path);
      }),
    );
  });
});
