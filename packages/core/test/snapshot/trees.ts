import { lstat, mkdir, mkdtemp, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A tree as its paths and what each holds; directories end in `/`, links say where they lead. */
export type Tree = Readonly<Record<string, string>>;

/** Everything that stands in a folder, links not followed; null when it isn't there. */
export async function readTree(top: string): Promise<Tree | null> {
  const tree: Record<string, string> = {};
  const visit = async (path: string): Promise<void> => {
    for (const name of (await readdir(join(top, path))).toSorted()) {
      const child = path === '' ? name : `${path}/${name}`;
      const stats = await lstat(join(top, child));
      if (stats.isDirectory()) {
        tree[`${child}/`] = '';
        await visit(child);
      } else {
        tree[child] = stats.isSymbolicLink()
          ? `→ ${await readlink(join(top, child))}`
          : await readFile(join(top, child), 'utf8');
      }
    }
  };
  try {
    await visit('');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  return tree;
}

/** Puts these files into a folder; `→ target` makes a symbolic link, a path that ends in `/` a directory. */
export async function writeTree(top: string, tree: Tree): Promise<void> {
  for (const [path, text] of Object.entries(tree)) {
    const target = join(top, path);
    await mkdir(path.endsWith('/') ? target : dirname(target), { recursive: true });
    if (path.endsWith('/')) continue;
    if (text.startsWith('→ ')) await symlink(text.slice(2), target);
    else await writeFile(target, text);
  }
}

/** A folder of its own for one test, and what removes it. */
export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'snapshot-test-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
