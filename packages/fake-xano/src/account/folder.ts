import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, relative, resolve, sep } from 'node:path';
import { load } from 'js-yaml';
import { apiGroup, canonicalOf, liveBranch } from './make.ts';
import type { FakeAccount } from './model.ts';

const EXTENSIONS: readonly string[] = ['.json', '.yaml', '.yml'];

/**
 * Gives an account with one instance and one workspace, in which every OpenAPI file of a
 * folder is an API group, named after its path without the extension. A file is read at
 * each request, so an edit shows at once; JSON is served byte for byte.
 *
 * Throws what `node:fs` throws when the folder can't be read, and an Error when it holds no such file.
 */
export function folderAccount(folder: string): FakeAccount {
  const root = resolve(folder);
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && EXTENSIONS.includes(extname(entry.name).toLowerCase()))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  if (files.length === 0) throw new Error(`No .json, .yaml or .yml file stands in ${folder}.`);
  const groups = files.map((file, index) =>
    apiGroup(index + 1, file.slice(0, -extname(file).length), [], {
      canonical: canonicalOf(file),
      document: () => jsonText(join(root, file)),
    }),
  );
  return {
    id: 1,
    name: 'Ada Reader',
    email: 'ada@book-marketplace.example',
    instances: [
      {
        id: 1,
        name: 'folder',
        display: 'Folder',
        description: '',
        domain: 'x0f0-fold-er00.n0.xano.io',
        customDomain: null,
        limited: false,
        workspaces: [
          {
            id: 1,
            name: basename(root),
            description: '',
            canonical: canonicalOf(basename(root)),
            branches: [liveBranch([], groups)],
          },
        ],
      },
    ],
  };
}

function jsonText(file: string): string {
  const text = readFileSync(file, 'utf8');
  return extname(file).toLowerCase() === '.json' ? text : JSON.stringify(load(text), null, 2);
}
