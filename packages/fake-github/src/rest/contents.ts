import type { TreeEntry } from '../git/tree.ts';
import { notFound, ok } from '../http/answer.ts';
import type { Route } from '../http/router.ts';
import { BLOB_LIMIT, CONTENTS_BASE64_LIMIT, DIRECTORY_LIMIT } from '../limits.ts';
import type { World } from '../world.ts';
import { revision } from './commits.ts';
import { tooLarge, wrappedBase64 } from './objects.ts';
import { rawAnswer, wantsRaw } from './raw.ts';

const TYPES = { blob: 'file', tree: 'dir', commit: 'submodule' } as const;

/** Files and directories by path. */
export const CONTENTS_ROUTES: readonly Route[] = [
  '/repos/:owner/:repo/contents',
  '/repos/:owner/:repo/contents/*path',
].map((path) => ({
  method: 'GET',
  path,
  needs: ['contents=read'],
  handle: async (request, { path: wanted = '' }, world) => {
    const name = request.query.get('ref') ?? world.defaultBranch;
    const commit = await revision(world, name).catch(() => {
      throw notFound(`No commit found for the ref ${name}`);
    });
    const found = wanted === '' ? null : await entryAt(world, commit, wanted);
    if (found === null || found.type === 'tree') {
      const entries = await world.git.tree(found?.sha ?? commit);
      const listed = entries.slice(0, DIRECTORY_LIMIT).map((entry) => ({
        ...entry,
        path: wanted === '' ? entry.path : `${wanted}/${entry.path}`,
      }));
      return ok(listed.map((entry) => contentShape(world, entry, name)));
    }
    const size = found.size ?? 0;
    if (size > BLOB_LIMIT)
      throw tooLarge(
        'This API returns blobs up to 100 MB in size. The requested blob is too large to fetch via the API.',
      );
    const content = found.type === 'blob' ? await world.git.blob(found.sha) : Buffer.alloc(0);
    if (wantsRaw(request)) return rawAnswer(content);
    const small = size <= CONTENTS_BASE64_LIMIT;
    return ok({
      ...contentShape(world, found, name),
      content: small ? wrappedBase64(content) : '',
      encoding: small ? 'base64' : 'none',
    });
  },
}));

async function entryAt(world: World, commit: string, path: string): Promise<TreeEntry> {
  const slash = path.lastIndexOf('/');
  const folder = await world.git.resolve(`${commit}:${path.slice(0, Math.max(0, slash))}`, 'tree');
  const entries = folder === null ? [] : await world.git.tree(folder);
  const entry = entries.find((candidate) => candidate.path === path.slice(slash + 1));
  if (entry === undefined) throw notFound();
  return { ...entry, path };
}

/** An entry of a folder, and a file without its content. */
export function contentShape(world: World, entry: TreeEntry, ref: string) {
  const repository = `${world.owner}/${world.name}`;
  const path = entry.path.split('/').map(encodeURIComponent).join('/');
  const url = `${world.apiUrl}/repos/${repository}/contents/${path}?ref=${encodeURIComponent(ref)}`;
  const git = `${world.apiUrl}/repos/${repository}/git/${entry.type === 'tree' ? 'trees' : 'blobs'}/${entry.sha}`;
  const html = `${world.serverUrl}/${repository}/${entry.type === 'tree' ? 'tree' : 'blob'}/${ref}/${path}`;
  return {
    name: entry.path.slice(entry.path.lastIndexOf('/') + 1),
    path: entry.path,
    sha: entry.sha,
    size: entry.size ?? 0,
    url,
    html_url: html,
    git_url: git,
    download_url: entry.type === 'blob' ? `${world.serverUrl}/${repository}/raw/${ref}/${path}` : null,
    type: TYPES[entry.type],
    _links: { self: url, git, html },
  };
}
