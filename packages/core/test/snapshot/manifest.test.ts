import { describe, expect, test } from '@jest/globals';
import { EMPTY_MANIFEST, manifestText, parseManifest, planSnapshot } from '../../src/index.ts';
import { reduced, walk } from './account.ts';

const written = async () =>
  planSnapshot(
    EMPTY_MANIFEST,
    await reduced(
      walk([
        { id: 4, name: 'Public API' },
        { id: 5, name: 'Private API' },
      ]),
    ),
  ).manifest;

describe('the text of a manifest', () => {
  test('reads back as the same manifest, and names no time and no token', async () => {
    const manifest = await written();
    const text = manifestText(manifest);
    expect(parseManifest(text)).toEqual(manifest);
    expect(JSON.parse(text)).toEqual({
      version: 2,
      groups: [
        expect.objectContaining({ path: 'shop/workspace-1/private-api.json' }),
        {
          path: 'shop/workspace-1/public-api.json',
          instance: { name: 'shop', display: 'SHOP' },
          workspace: { id: 1, name: 'Workspace 1' },
          branch: null,
          group: { id: 4, name: 'Public API', canonical: 'c4' },
          version: '1.0.0',
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
          paths: 1,
          operations: 2,
          schemas: 0,
        },
      ],
    });
  });

  test('is sorted by path, whatever the order of its entries', async () => {
    const manifest = await written();
    const turned = { ...manifest, groups: manifest.groups.toReversed() };
    expect(manifestText(turned)).toBe(manifestText(manifest));
  });

  test('that is not there is an empty manifest', () => {
    expect(parseManifest(null)).toEqual(EMPTY_MANIFEST);
  });

  test('may have passed through an editor that added a byte order mark and CRLF', async () => {
    const manifest = await written();
    expect(parseManifest(`\uFEFF${manifestText(manifest).replaceAll('\n', '\r\n')}`)).toEqual(manifest);
  });
});

describe('a manifest of format 1, in which groups had no version', () => {
  test('is read, and its groups are at the first version', async () => {
    const manifest = await written();
    const old = manifestText(manifest, 1);
    expect(old).not.toContain('1.0.0');
    expect(parseManifest(old)).toEqual(manifest);
  });

  test('may hold nothing that it never held', async () => {
    const old = JSON.parse(manifestText(await written(), 1)) as Record<string, unknown>;
    expect(() => parseManifest(JSON.stringify({ ...old, token: 'x' }))).toThrow(/token/);
  });
});

describe('a manifest that is none', () => {
  test.each([
    ['no JSON', 'oops', /it is no JSON/],
    ['nothing', '', /it is no JSON/],
    ['a merge conflict', '{\n<<<<<<< HEAD\n', /markers of a merge conflict/],
    ['another shape', '[]', /the whole/],
    ['no version', '{"groups": []}', /version/],
    ['an unknown field', '{"version": 1, "groups": [], "token": "x"}', /token/],
  ])('given %s, is refused with what is wrong', (_, text, message) => {
    expect(() => parseManifest(text)).toThrow(
      expect.objectContaining({ code: 'MANIFEST_UNREADABLE', message: expect.stringMatching(message) }),
    );
  });

  test('given a newer version, asks for a newer program', () => {
    expect(() => parseManifest('{"version": 3, "entries": {}}')).toThrow(
      expect.objectContaining({ code: 'MANIFEST_NEWER', hint: expect.stringContaining('Update') }),
    );
  });

  test.each([
    '../../../etc/passwd.json',
    '/etc/a/b.json',
    'a/../b.json',
    'a//b.json',
    'a/b.json',
    'a/b/c/d/e.json',
    '.git/hooks/x.json',
    'a/b/manifest.json',
    'a/con/c.json',
    'a/b/c.sh',
    'A/b/c.json',
    'a\\b\\c.json',
    'a/b/c.json\n',
    `a/b/${'x'.repeat(200)}.json`,
  ])('given the path %j, is refused', async (path) => {
    const [first] = (await written()).groups;
    expect(() => parseManifest(JSON.stringify({ version: 2, groups: [{ ...first, path }] }))).toThrow(
      /groups\[0\]\.path/,
    );
  });

  test.each(['1.4', 'v1.4.2', '1.4.2-rc.1', '01.0.0', '1.0.9999999999', ''])(
    'given the version %j of a group, is refused',
    async (version) => {
      const [first] = (await written()).groups;
      expect(() => parseManifest(JSON.stringify({ version: 2, groups: [{ ...first, version }] }))).toThrow(
        /groups\[0\]\.version: is no version such as 1\.4\.2/,
      );
    },
  );

  test.each([
    ['one path twice', { group: { id: 99, name: 'x', canonical: null } }],
    ['one group twice', { path: 'shop/workspace-1/other.json' }],
  ])('given %s, is refused', async (_, change) => {
    const [first] = (await written()).groups;
    expect(() =>
      parseManifest(JSON.stringify({ version: 2, groups: [first, { ...first, ...change }] })),
    ).toThrow(/stands twice/);
  });

  test('given a path without the folder of its branch, is refused', async () => {
    const [first] = (await written()).groups;
    expect(() => parseManifest(JSON.stringify({ version: 2, groups: [{ ...first, branch: 'v2' }] }))).toThrow(
      /does not lie where its branch would/,
    );
  });
});
