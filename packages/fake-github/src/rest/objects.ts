import { type TreeChange, writeTree } from '../git/commit-writer.ts';
import type { TreeEntry } from '../git/tree.ts';
import { created, notFound, ok, problem, Refusal, validationFailed } from '../http/answer.ts';
import { objects, optionalText, text } from '../http/body.ts';
import type { Route } from '../http/router.ts';
import { BLOB_LIMIT, CREATED_BLOB_LIMIT } from '../limits.ts';
import type { World } from '../world.ts';
import { rawAnswer, wantsRaw } from './raw.ts';

/** Blobs and trees of the git database. */
export const OBJECT_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/repos/:owner/:repo/git/trees/*tree',
    needs: ['contents=read'],
    handle: async (request, { tree: name = '' }, world) => {
      const tree =
        (await world.git.resolve(`refs/heads/${name}`, 'tree')) ?? (await world.git.resolve(name, 'tree'));
      if (tree === null) throw notFound();
      const entries = await world.git.tree(tree, request.query.has('recursive'));
      const limit = world.settings.treeEntryLimit;
      return ok({
        sha: tree,
        url: `${objectsUrl(world)}/trees/${tree}`,
        tree: entries.slice(0, limit).map((entry) => treeEntryShape(world, entry)),
        truncated: entries.length > limit,
      });
    },
  },
  {
    method: 'POST',
    path: '/repos/:owner/:repo/git/trees',
    needs: ['contents=write'],
    handle: async (request, _parameters, world) => {
      const entries = objects(request, 'tree');
      if (entries === undefined) throw validationFailed('Tree', 'tree', 'missing_field');
      const base = optionalText(request, 'base_tree');
      const tree = await treeOf(world, base ?? null, entries);
      const listed = await world.git.tree(tree);
      return created({
        sha: tree,
        url: `${objectsUrl(world)}/trees/${tree}`,
        tree: listed.map((entry) => treeEntryShape(world, entry)),
        truncated: false,
      });
    },
  },
  {
    method: 'GET',
    path: '/repos/:owner/:repo/git/blobs/:sha',
    needs: ['contents=read'],
    handle: async (request, { sha = '' }, world) => {
      if ((await world.git.resolve(sha, 'blob')) === null) throw notFound();
      const size = await world.git.size(sha);
      if (size > BLOB_LIMIT) throw tooLarge('The requested blob is too large to fetch via the API.');
      const content = await world.git.blob(sha);
      if (wantsRaw(request)) return rawAnswer(content);
      return ok({
        sha,
        node_id: `B_${sha}`,
        size,
        url: `${objectsUrl(world)}/blobs/${sha}`,
        content: wrappedBase64(content),
        encoding: 'base64',
      });
    },
  },
  {
    method: 'POST',
    path: '/repos/:owner/:repo/git/blobs',
    needs: ['contents=write'],
    handle: async (request, _parameters, world) => {
      const encoding = optionalText(request, 'encoding') === 'base64' ? 'base64' : 'utf8';
      const content = Buffer.from(text(request, 'Blob', 'content'), encoding);
      if (content.length > CREATED_BLOB_LIMIT) throw tooLargeToCreate();
      const sha = await world.git.text(['hash-object', '-w', '--stdin'], [content]);
      return created({ sha, url: `${objectsUrl(world)}/blobs/${sha}` });
    },
  },
];

/** 403 with the code `too_large`. */
export function tooLarge(message: string): Refusal {
  return new Refusal(
    problem(403, message, { errors: [{ resource: 'Blob', field: 'data', code: 'too_large' }] }),
  );
}

/** 422 in the words that were seen. https://github.com/dependabot/dependabot-core/issues/11747 */
function tooLargeToCreate(): Refusal {
  return new Refusal(
    problem(
      422,
      'Sorry, your input was too large to process. Consider creating the blob in a local clone of the repository and then pushing it to GitHub.',
      { documentation: 'https://docs.github.com/rest/git/blobs#create-a-blob' },
    ),
  );
}

/** Base64 as GitHub gives it: lines of 60 characters, each with its end. */
export function wrappedBase64(content: Buffer): string {
  return content.toString('base64').replace(/.{1,60}/g, '$&\n');
}

async function treeOf(
  world: World,
  base: string | null,
  entries: readonly Record<string, unknown>[],
): Promise<string> {
  const baseTree = base === null ? null : await world.git.resolve(base, 'tree');
  if (base !== null && baseTree === null) throw new Refusal(problem(422, 'base_tree is not a valid tree'));
  const removes = entries.some(({ sha }) => sha === null);
  const existing = new Set(
    removes && baseTree !== null ? (await world.git.tree(baseTree, true)).map(({ path }) => path) : [],
  );
  const changes: TreeChange[] = [];
  for (const { path, mode = '100644', sha, content } of entries) {
    if (typeof path !== 'string') throw validationFailed('Tree', 'path', 'missing_field');
    if (sha === null && !existing.has(path)) throw new Refusal(problem(422, 'GitRPC::BadObjectState'));
    if (typeof sha === 'string' && (await world.git.resolve(sha, 'blob')) === null) {
      throw validationFailed('Tree', 'sha', 'invalid');
    }
    const bytes = typeof sha === 'string' ? { blob: sha } : Buffer.from(String(content ?? ''));
    changes.push({ path, mode: String(mode), content: sha === null ? null : bytes });
  }
  return writeTree(world.git, baseTree, changes);
}

/** An entry of a git tree. */
export function treeEntryShape(world: World, entry: TreeEntry) {
  return {
    path: entry.path,
    mode: entry.mode,
    type: entry.type,
    sha: entry.sha,
    ...(entry.size === null ? {} : { size: entry.size }),
    ...(entry.type === 'commit' ? {} : { url: `${objectsUrl(world)}/${entry.type}s/${entry.sha}` }),
  };
}

function objectsUrl(world: World): string {
  return `${world.apiUrl}/repos/${world.owner}/${world.name}/git`;
}
