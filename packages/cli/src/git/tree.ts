import { CommandError } from '../errors.ts';
import { git } from './git.ts';

/** A file of a tree: its path from the tree, and the id of its content. */
export interface TreeFile {
  readonly path: string;
  readonly object: string;
}

/** What stands at a path of a revision. */
export type GitObject =
  | { readonly kind: 'file'; readonly object: string }
  | { readonly kind: 'folder'; readonly object: string };

/** A revision's whole tree. */
export interface Revision {
  /** As the user wrote it. */
  readonly name: string;
  /** The id of its tree. From here on git gets this id alone, never the user's word. */
  readonly tree: string;
}

/**
 * Looks a revision up: a branch, a tag, a commit.
 *
 * @throws CommandError GIT when it is no revision of a repository, or looks like an option
 */
export async function findRevision(folder: string, name: string): Promise<Revision> {
  if (name === '' || name.startsWith('-') || /[\p{Cc}]/u.test(name)) {
    throw new CommandError(
      'GIT',
      `\`${name}\` can't be a revision.`,
      'Name a branch, a tag or a commit, such as main:specs or HEAD~1:specs/a.json.',
    );
  }
  const { status, stdout, stderr } = await git(folder, [
    'rev-parse',
    '--verify',
    '--quiet',
    `${name}^{tree}`,
  ]);
  const tree = stdout.trim();
  if (status === 0 && /^[0-9a-f]{40,64}$/.test(tree)) return { name, tree };
  if (stderr.trim() !== '') {
    throw new CommandError(
      'GIT',
      `\`${name}\` could not be looked up: ${stderr.trim()}.`,
      'A revision is read from the git repository that the command runs in.',
    );
  }
  throw new CommandError(
    'GIT',
    `This repository has no revision \`${name}\`.`,
    'Fetch it first (in a workflow: actions/checkout with fetch-depth: 0). A file whose name holds a colon is written ./like:this.',
  );
}

/**
 * What stands at a path of a revision. Paths go from the repository's top, those that begin
 * with `./` or `../` from the folder.
 *
 * @throws CommandError GIT when nothing stands there, or no file and no folder
 */
export async function findObject(folder: string, revision: Revision, path: string): Promise<GitObject> {
  const object = path === '' ? revision.tree : await objectAt(folder, revision, path);
  const { stdout } = await git(folder, ['cat-file', '-t', object]);
  if (stdout.trim() === 'tree') return { kind: 'folder', object };
  if (stdout.trim() === 'blob') return { kind: 'file', object };
  throw new CommandError(
    'GIT',
    `\`${path}\` in ${revision.name} is neither a file nor a folder.`,
    'A submodule has a repository of its own: run the command there.',
  );
}

async function objectAt(folder: string, { name, tree }: Revision, path: string): Promise<string> {
  const { status, stdout } = await git(folder, ['rev-parse', '--verify', '--quiet', `${tree}:${path}`]);
  if (status === 0) return stdout.trim();
  throw new CommandError(
    'GIT',
    `\`${path}\` does not stand in ${name}.`,
    'Paths in a revision go from the top of the repository; begin with ./ to go from this folder.',
  );
}

/** An ordinary file, executable or not; symbolic links (120000) and submodules (160000) are neither. */
const FILE_MODES = ['100644', '100755'];

/** Every file below a tree. */
export async function listTree(folder: string, tree: string): Promise<TreeFile[]> {
  const { status, stdout, stderr } = await git(folder, ['ls-tree', '-r', '-z', '--full-tree', tree]);
  if (status !== 0) {
    throw new CommandError(
      'GIT',
      `The files of ${tree} can't be listed: ${stderr.trim()}.`,
      'Check the repository with git fsck.',
    );
  }
  return stdout.split('\0').flatMap((line) => {
    const tab = line.indexOf('\t');
    const [mode = '', , object = ''] = line.slice(0, tab).split(' ');
    return tab !== -1 && FILE_MODES.includes(mode) ? [{ path: line.slice(tab + 1), object }] : [];
  });
}
