import { CommandError } from '../errors.ts';
import { Blobs } from '../git/blobs.ts';
import { findObject, findRevision, listTree } from '../git/tree.ts';
import { inOrder, mayBeDocument, type Side } from './side.ts';

/**
 * A file or a folder in a revision of the git repository that the command runs in.
 * @throws CommandError GIT when the revision or the path is not there
 */
export async function gitSide(revision: string, path: string, workingDirectory: string): Promise<Side> {
  const found = await findRevision(workingDirectory, revision);
  const folder = path.replace(/\/+$/, '');
  const { kind, object } = await findObject(workingDirectory, found, folder);
  const blobs = new Blobs(workingDirectory);
  const prefix = `${revision}:`;
  const known = new Map<string, string>();
  const uriOf = (file: string) => prefix + [folder, file].filter((part) => part !== '').join('/');
  return {
    name: `${prefix}${path}`,
    kind: kind === 'folder' ? 'folder' : 'document',
    list: async () => {
      if (kind === 'file') return [''];
      const files = (await listTree(workingDirectory, object)).filter((file) => mayBeDocument(file.path));
      for (const file of files) known.set(uriOf(file.path), file.object);
      return inOrder(files.map((file) => file.path));
    },
    uriOf,
    load: async (uri) => {
      if (kind === 'file' && uri === uriOf('')) return blobs.read(object);
      return blobs.read(known.get(uri) ?? (await lookUp(uri)));
    },
    [Symbol.asyncDispose]: () => blobs[Symbol.asyncDispose](),
  };

  async function lookUp(uri: string): Promise<string> {
    const wanted = uri.slice(prefix.length);
    if (!uri.startsWith(prefix) || /\p{Cc}/u.test(wanted)) {
      throw new CommandError('GIT', `${uri} is no path in ${revision}.`, 'Check the path of the reference.');
    }
    return (await findObject(workingDirectory, found, wanted)).object;
  }
}
