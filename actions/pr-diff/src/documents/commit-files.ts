import { type Octokit, type RepositoryName, readTreeAt, type TreeFile } from '@xano-specs/github';
import { ActionError } from '../errors.ts';
import type { BlobTexts } from './blob-texts.ts';
import { withoutLinks } from './symbolic-links.ts';

type Files = ReadonlyMap<string, TreeFile>;

/** The files of one commit, read through GitHub's API when they are asked for. */
export interface CommitFiles {
  readonly oid: string;
  /** The files below the folder that the run looks at, by their path in the repository. */
  readonly listed: Files;
  /** Every file of the commit. */
  all(): Promise<Files>;
  /** A file's text; null when there is no such file. */
  text(path: string): Promise<string | null>;
}

/** The files of a commit. `folder` is '' for the whole commit. */
export async function commitFiles(
  octokit: Octokit,
  repository: RepositoryName,
  { oid, folder, texts }: { readonly oid: string; readonly folder: string; readonly texts: BlobTexts },
): Promise<CommitFiles> {
  const tree = async (path: string): Promise<Files> =>
    (await readTreeAt(octokit, { ...repository, ref: oid, path })).files;
  const inFolder = await tree(folder);
  const whole = once(() => (folder === '' ? Promise.resolve(inFolder) : tree('')));
  const listed = await withoutLinks(inFolder, whole, texts);
  const all = once(async () => (folder === '' ? listed : withoutLinks(await whole(), whole, texts)));
  return {
    oid,
    listed,
    all,
    text: async (path) => {
      const file = listed.get(path) ?? (await all()).get(path);
      return file === undefined ? null : texts(file.oid);
    },
  };
}

function once<T>(get: () => Promise<T>): () => Promise<T> {
  let got: Promise<T> | null = null;
  return () => {
    got ??= get();
    return got;
  };
}

/** What stands in git in place of a file that Git LFS holds. https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md */
const LFS_POINTER = 'version https://git-lfs.github.com/spec/';

/** A loader of a document and of the files that it refers to, all of them files of the commit. */
export function loaderOf(files: CommitFiles): (path: string) => Promise<string> {
  return async (path) => {
    const text = await files.text(path);
    if (text?.startsWith(LFS_POINTER)) {
      throw new ActionError(
        'FILE_ELSEWHERE',
        `${path} is kept in Git LFS, and what it holds is not in git. Keep documents out of LFS, or leave the file out with "!" in files.`,
      );
    }
    if (text !== null) return text;
    throw new ActionError('FILE_MISSING', `There is no file ${path} in commit ${files.oid.slice(0, 7)}.`);
  };
}
