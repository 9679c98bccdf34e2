import { describe, expect, test } from '@jest/globals';
import { type Import, importsBelow, importsOf, packageOf } from './imports.ts';
import { type Workspace, workspaces } from './repository.ts';

/** What a workspace may import of ours: in what it publishes, and besides that in its tests and its demo. */
interface Allowance {
  readonly product: readonly string[];
  readonly types?: readonly string[];
  readonly tests?: readonly string[];
}

const ACTION: Allowance = {
  product: ['@xano-specs/core', '@xano-specs/github', '@xano-specs/openapi-diff', '@xano-specs/report'],
  tests: ['@xano-specs/fake-github', '@xano-specs/fake-xano'],
};

/** The table of docs/architecture.md. Adding a workspace means deciding here what it may know. */
const MAY_IMPORT: Readonly<Record<string, Allowance>> = {
  '@xano-specs/action-snapshot': ACTION,
  '@xano-specs/action-pr-diff': ACTION,
  'xano-specs': {
    product: [
      '@xano-specs/core',
      '@xano-specs/openapi-diff',
      '@xano-specs/report',
      '@xano-specs/site',
      '@xano-specs/fake-xano',
    ],
    tests: ['@xano-specs/fake-github'],
  },
  '@xano-specs/core': { product: [], tests: ['@xano-specs/fake-xano'] },
  '@xano-specs/openapi-diff': { product: [] },
  '@xano-specs/report': {
    product: [],
    types: ['@xano-specs/openapi-diff'],
    tests: ['@xano-specs/openapi-diff'],
  },
  '@xano-specs/site': { product: ['@xano-specs/core', '@xano-specs/openapi-diff', '@xano-specs/report'] },
  '@xano-specs/github': {
    product: [],
    types: ['@xano-specs/openapi-diff'],
    tests: ['@xano-specs/fake-github'],
  },
  '@xano-specs/fake-xano': { product: [] },
  '@xano-specs/fake-github': { product: [] },
  '@xano-specs/bench': {
    product: [],
    tests: [
      '@xano-specs/core',
      '@xano-specs/fake-github',
      '@xano-specs/fake-xano',
      '@xano-specs/openapi-diff',
    ],
  },
};

const all = workspaces();
const ours = new Set(all.map(({ name }) => name));
const cases: [string, Workspace][] = all.map((workspace) => [workspace.folder, workspace]);

/** The workspaces whose code someone runs who is not developing them. */
const published = cases.filter(([folder]) => folder !== 'bench');

function isProduct(workspace: Workspace, { file }: Import): boolean {
  return file.startsWith(`${workspace.folder}/src/`);
}

function refusedImports(workspace: Workspace): string[] {
  const { product, types = [], tests = [] } = MAY_IMPORT[workspace.name] ?? { product: [] };
  return importsBelow(workspace.folder)
    .filter((found) => {
      const name = packageOf(found.specifier);
      if (name === null || !ours.has(name)) return false;
      const allowed = isProduct(workspace, found)
        ? [...product, ...(found.typesOnly ? types : [])]
        : [...product, ...types, ...tests];
      return !allowed.includes(name);
    })
    .map(told);
}

function told({ file, specifier }: Import): string {
  return `${file} imports ${specifier}`;
}

describe('who imports whom', () => {
  test('given every workspace, then the table says what it may import', () => {
    expect(Object.keys(MAY_IMPORT).sort()).toStrictEqual([...ours].sort());
  });

  test.each(cases)('given %s, then it imports of ours only what the table allows', (_, workspace) => {
    expect(refusedImports(workspace)).toStrictEqual([]);
  });

  test.each(cases)(
    'given %s, then its product’s paths stay inside it, and no path leads into another’s product',
    (_, workspace) => {
      const refused = importsBelow(workspace.folder).filter((found) => {
        if (!found.specifier.startsWith('.')) return false;
        const target = new URL(found.specifier, `file:///${found.file}`).pathname.slice(1);
        if (target.startsWith(`${workspace.folder}/`)) return false;
        return isProduct(workspace, found) || all.some(({ folder }) => target.startsWith(`${folder}/src/`));
      });

      expect(refused.map(told)).toStrictEqual([]);
    },
  );

  test.each(published)('given %s, then it declares every package that it imports', (_, workspace) => {
    const declared = [workspace.name, ...workspace.dependencies, ...workspace.devDependencies];
    const missing = importsBelow(workspace.folder).filter(({ specifier, typesOnly }) => {
      const name = packageOf(specifier);
      if (name === null || declared.includes(name)) return false;
      return !(typesOnly && declared.includes(`@types/${name}`));
    });

    expect(missing.map(told)).toStrictEqual([]);
  });

  test.each(cases)('given %s, then it depends on no action', (_, workspace) => {
    const actions = all.filter(({ folder }) => folder.startsWith('actions/')).map(({ name }) => name);
    const depended = [...workspace.dependencies, ...workspace.devDependencies];

    expect(depended.filter((name) => actions.includes(name))).toStrictEqual([]);
  });

  test('given the packages and whom their products import, then no way leads back to where it began', () => {
    const next = (name: string): string[] => {
      const workspace = all.find((one) => one.name === name);
      if (workspace === undefined) return [];
      return importsBelow(workspace.folder)
        .filter((found) => isProduct(workspace, found))
        .flatMap(({ specifier }) => packageOf(specifier) ?? []);
    };
    const reachable = (name: string, seen = new Set<string>()): Set<string> => {
      for (const other of next(name).filter((one) => ours.has(one) && !seen.has(one))) {
        seen.add(other);
        reachable(other, seen);
      }
      return seen;
    };

    expect([...ours].filter((name) => reachable(name).has(name))).toStrictEqual([]);
    expect([...reachable('@xano-specs/action-snapshot')].sort()).toStrictEqual([
      '@xano-specs/core',
      '@xano-specs/github',
      '@xano-specs/openapi-diff',
    ]);
  });
});

describe('the reader of imports', () => {
  test('given every way to import, then each is seen, and whether types alone come over it', () => {
    const source = [
      "import { a } from './a.ts';",
      "import type { B } from 'b';",
      "import { type C, type D } from '@scope/c/deep';",
      "export * from './e.ts';",
      "export { type F, g } from 'f';",
      "const h = await import('node:http');",
      "type I = import('i').I;",
    ].join('\n');

    expect(importsOf('x.ts', source)).toStrictEqual([
      { file: 'x.ts', specifier: './a.ts', typesOnly: false },
      { file: 'x.ts', specifier: 'b', typesOnly: true },
      { file: 'x.ts', specifier: '@scope/c/deep', typesOnly: true },
      { file: 'x.ts', specifier: './e.ts', typesOnly: false },
      { file: 'x.ts', specifier: 'f', typesOnly: false },
      { file: 'x.ts', specifier: 'node:http', typesOnly: false },
      { file: 'x.ts', specifier: 'i', typesOnly: true },
    ]);
    expect(['./a.ts', 'b/c', '@scope/c/deep', 'node:fs'].map(packageOf)).toStrictEqual([
      null,
      'b',
      '@scope/c',
      null,
    ]);
  });
});
