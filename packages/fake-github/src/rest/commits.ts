import { GITHUB_COMMITTER, type Person } from '../git/person.ts';
import { created, notFound, ok, validationFailed } from '../http/answer.ts';
import { object, text, texts } from '../http/body.ts';
import { linkHeader, paged, pageOf } from '../http/page.ts';
import type { Route } from '../http/router.ts';
import { COMMIT_FILE_LIMIT, COMPARE_COMMIT_PAGE, COMPARE_FILE_LIMIT } from '../limits.ts';
import type { World } from '../world.ts';
import { branchRef } from '../world.ts';
import { nameAnswer, wantsName } from './raw.ts';
import { refuseEmpty } from './refs.ts';
import { commitShape, fileShape, gitCommitShape } from './shapes.ts';
import { noReplyAddress } from './users.ts';

/** Commits and comparisons. */
export const COMMIT_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/repos/:owner/:repo/commits',
    needs: ['contents=read'],
    handle: async (request, _parameters, world) => {
      await refuseEmpty(world);
      const start = await revision(world, request.query.get('sha') ?? world.defaultBranch);
      const path = request.query.get('path');
      const commits = await world.git.commits([start], path === null ? [] : [path]);
      return paged(
        request,
        world.apiUrl,
        commits.map((commit) => commitShape(world, commit)),
      );
    },
  },
  {
    method: 'GET',
    path: '/repos/:owner/:repo/commits/*ref',
    needs: ['contents=read'],
    handle: async (request, { ref = '' }, world) => {
      await refuseEmpty(world);
      const sha = await revision(world, ref);
      if (wantsName(request)) return nameAnswer(sha);
      const commit = await world.git.commit(sha);
      const [parent] = commit.parents;
      const files = parent === undefined ? [] : await world.git.diff(parent, commit.sha);
      const { page } = pageOf(request);
      const size = request.query.has('per_page') ? pageOf(request).size : COMPARE_FILE_LIMIT;
      const shapes = files
        .slice(0, COMMIT_FILE_LIMIT)
        .slice((page - 1) * size, page * size)
        .map((file) => fileShape(world, file, commit.sha));
      const additions = files.reduce((sum, file) => sum + file.additions, 0);
      const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
      return ok({
        ...commitShape(world, commit),
        stats: { additions, deletions, total: additions + deletions },
        files: shapes,
      });
    },
  },
  {
    method: 'GET',
    path: '/repos/:owner/:repo/compare/*basehead',
    needs: ['contents=read'],
    handle: async (request, { basehead = '' }, world) => {
      const [baseName, headName] = basehead.split('...');
      if (baseName === undefined || headName === undefined) throw notFound();
      const [base, head] = [await revision(world, baseName), await revision(world, headName)];
      const mergeBase = await world.git.mergeBase(base, head);
      if (mergeBase === null) throw notFound(`No common ancestor between ${baseName} and ${headName}.`);
      const ahead = (await world.git.commits([`${base}..${head}`])).reverse();
      const behind = await world.git.commits([`${head}..${base}`]);
      const paging = request.query.has('page') || request.query.has('per_page');
      const { page, size } = paging ? pageOf(request) : { page: 1, size: COMPARE_COMMIT_PAGE };
      const files = page === 1 ? await world.git.diff(mergeBase, head) : [];
      const url = `${world.apiUrl}/repos/${world.owner}/${world.name}/compare/${basehead}`;
      const html = `${world.serverUrl}/${world.owner}/${world.name}/compare/${basehead}`;
      const last = Math.max(1, Math.ceil(ahead.length / size));
      return ok(
        {
          url,
          html_url: html,
          permalink_url: html,
          diff_url: `${html}.diff`,
          patch_url: `${html}.patch`,
          base_commit: commitShape(world, await world.git.commit(base)),
          merge_base_commit: commitShape(world, await world.git.commit(mergeBase)),
          status: standing(ahead.length, behind.length),
          ahead_by: ahead.length,
          behind_by: behind.length,
          total_commits: ahead.length,
          commits: ahead.slice((page - 1) * size, page * size).map((commit) => commitShape(world, commit)),
          files: files.slice(0, COMPARE_FILE_LIMIT).map((file) => fileShape(world, file, head)),
        },
        linkHeader(request, world.apiUrl, page, last),
      );
    },
  },
  {
    method: 'GET',
    path: '/repos/:owner/:repo/git/commits/:sha',
    needs: ['contents=read'],
    handle: async (_request, { sha = '' }, world) =>
      ok(gitCommitShape(world, await world.git.commit(await revision(world, sha)))),
  },
  {
    method: 'POST',
    path: '/repos/:owner/:repo/git/commits',
    needs: ['contents=write'],
    handle: async (request, _parameters, world, caller) => {
      const message = text(request, 'Commit', 'message');
      const tree = await world.git.resolve(text(request, 'Commit', 'tree'), 'tree');
      if (tree === null) throw validationFailed('Commit', 'tree', 'invalid', 'Tree SHA does not exist');
      const parents = texts(request, 'parents');
      for (const parent of parents) {
        if ((await world.git.resolve(parent)) === null)
          throw validationFailed('Commit', 'parents', 'invalid');
      }
      const [author, committer] = [person(object(request, 'author')), person(object(request, 'committer'))];
      const self = { name: caller.login, email: noReplyAddress(caller.login) };
      const sha = await commitTree(
        world,
        tree,
        parents,
        message,
        author ?? self,
        committer ?? author ?? GITHUB_COMMITTER,
      );
      // GitHub signs what a bot commits when the caller names nobody.
      if (author === null && committer === null && caller.kind === 'actions') world.state.verified.add(sha);
      return created(gitCommitShape(world, await world.git.commit(sha)));
    },
  },
];

/** The commit that a branch, tag, sha or `owner:branch` names; 404 when there is none. */
export async function revision(world: World, name: string): Promise<string> {
  const fork = /^([^:/]+):(.+)$/.exec(name);
  const candidates =
    fork === null
      ? [
          `refs/heads/${name}`,
          `refs/tags/${name}`,
          `refs/${name}`,
          ...(/^[0-9a-f]{7,40}$/.test(name) || name === 'HEAD' ? [name] : []),
        ]
      : [branchRef(world, fork[2] ?? '', fork[1])];
  for (const candidate of candidates) {
    const sha = await world.git.resolve(candidate);
    if (sha !== null) return sha;
  }
  throw notFound(`No commit found for SHA: ${name}`);
}

async function commitTree(
  world: World,
  tree: string,
  parents: readonly string[],
  message: string,
  author: Person,
  committer: Person,
): Promise<string> {
  const seconds = Math.floor(Date.now() / 1000);
  const lines = [
    `tree ${tree}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${author.name} <${author.email}> ${seconds} +0000`,
    `committer ${committer.name} <${committer.email}> ${seconds} +0000`,
    '',
    message,
  ];
  return world.git.text(
    ['hash-object', '-t', 'commit', '-w', '--stdin'],
    [Buffer.from(`${lines.join('\n')}\n`)],
  );
}

function person(value: Record<string, unknown> | undefined): Person | null {
  return typeof value?.name === 'string' && typeof value.email === 'string'
    ? { name: value.name, email: value.email }
    : null;
}

function standing(ahead: number, behind: number): string {
  if (ahead > 0) return behind > 0 ? 'diverged' : 'ahead';
  return behind > 0 ? 'behind' : 'identical';
}
