import { created, notFound, ok, problem, Refusal, validationFailed } from '../http/answer.ts';
import { optionalText, text } from '../http/body.ts';
import { paged } from '../http/page.ts';
import type { FakeRequest } from '../http/request.ts';
import type { Route } from '../http/router.ts';
import { BODY_LIMIT, PULL_FILE_LIMIT } from '../limits.ts';
import { openPull, refreshPull, setPullState } from '../pulls.ts';
import type { Pull } from '../state.ts';
import { timestamp, type World } from '../world.ts';
import { pullShape } from './pull-shape.ts';
import { fileShape } from './shapes.ts';

const PULL = '/repos/:owner/:repo/pulls/:number';
const READ = ['pull_requests=read'];
const WRITE = ['pull_requests=write'];

/** Pull requests and their files. */
export const PULL_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/repos/:owner/:repo/pulls',
    needs: READ,
    handle: async (request, _parameters, world) => {
      const state = request.query.get('state') ?? 'open';
      const [head, base] = [request.query.get('head'), request.query.get('base')];
      const found = world.state.pulls
        .filter((pull) => state === 'all' || pull.state === state)
        .filter((pull) => base === null || pull.base === base)
        // A head without its owner is no filter, which has surprised many.
        .filter((pull) => !head?.includes(':') || `${pull.head.owner}:${pull.head.branch}` === head)
        .toReversed();
      for (const pull of found) await refreshPull(world, pull);
      return paged(
        request,
        world.apiUrl,
        found.map((pull) => pullShape(world, pull)),
      );
    },
  },
  {
    method: 'POST',
    path: '/repos/:owner/:repo/pulls',
    needs: WRITE,
    handle: async (request, _parameters, world, caller) => {
      if (caller.kind === 'actions' && !world.settings.actionsMayCreatePullRequests) {
        throw new Refusal(
          problem(403, 'GitHub Actions is not permitted to create or approve pull requests.'),
        );
      }
      const [head, base] = [text(request, 'PullRequest', 'head'), text(request, 'PullRequest', 'base')];
      const [owner = world.owner, branch = ''] = head.includes(':')
        ? head.split(/:(.*)/s)
        : [world.owner, head];
      refuseLongBody(request, 'PullRequest');
      if (request.body.draft === true && !world.settings.draftsAllowed) {
        throw new Refusal(problem(422, 'Draft pull requests are not supported in this repository.'));
      }
      const pull = await openPull(world, {
        head: { owner, branch },
        base,
        title: text(request, 'PullRequest', 'title'),
        body: optionalText(request, 'body') ?? null,
        draft: request.body.draft === true,
        author: caller.login,
      });
      return created(await fullShape(world, pull));
    },
  },
  {
    method: 'GET',
    path: PULL,
    needs: READ,
    handle: async (_request, { number }, world) => ok(await fullShape(world, pullOf(world, number))),
  },
  {
    method: 'PATCH',
    path: PULL,
    needs: WRITE,
    handle: async (request, { number }, world, caller) => {
      const pull = pullOf(world, number);
      refuseLongBody(request, 'PullRequest');
      pull.title = optionalText(request, 'title') ?? pull.title;
      pull.body = optionalText(request, 'body') ?? pull.body;
      pull.base = optionalText(request, 'base') ?? pull.base;
      pull.updatedAt = timestamp();
      const state = optionalText(request, 'state');
      if (state === 'open' || state === 'closed') setPullState(world, pull, state, caller.login);
      return ok(await fullShape(world, pull));
    },
  },
  {
    method: 'GET',
    path: `${PULL}/files`,
    needs: READ,
    handle: async (request, { number }, world) => {
      const pull = pullOf(world, number);
      const files = (await filesOf(world, pull)).slice(0, PULL_FILE_LIMIT);
      return paged(
        request,
        world.apiUrl,
        files.map((file) => fileShape(world, file, pull.headSha)),
      );
    },
  },
  ...(['POST', 'DELETE'] as const).map(
    (method): Route => ({
      method,
      path: `${PULL}/requested_reviewers`,
      needs: WRITE,
      handle: async (request, { number }, world) => {
        const pull = pullOf(world, number);
        for (const field of ['reviewers', 'team_reviewers'] as const) {
          const names = request.body[field];
          if (!Array.isArray(names)) continue;
          const set = field === 'reviewers' ? pull.reviewers : pull.teamReviewers;
          for (const name of names.map(String)) {
            if (name === pull.author) {
              throw new Refusal(problem(422, 'Review cannot be requested from pull request author.'));
            }
            if (world.settings.strangers.has(name)) throw new Refusal(problem(422, notCollaborating(world)));
            if (method === 'POST') set.add(name);
            else set.delete(name);
          }
        }
        await refreshPull(world, pull);
        return { status: method === 'POST' ? 201 : 200, body: pullShape(world, pull) };
      },
    }),
  ),
];

/** The pull request with this number; 404 when there is none. */
export function pullOf(world: World, number: string | undefined): Pull {
  const pull = world.state.pulls.find((candidate) => String(candidate.number) === number);
  if (pull === undefined) throw notFound();
  return pull;
}

/** 422 for a body of more characters than GitHub keeps. */
export function refuseLongBody(request: FakeRequest, resource: string): void {
  const body = request.body.body;
  if (typeof body === 'string' && body.length > BODY_LIMIT) {
    throw validationFailed(
      resource,
      'body',
      'custom',
      `body is too long (maximum is ${BODY_LIMIT} characters)`,
    );
  }
}

function notCollaborating({ owner, name }: World): string {
  return `Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the ${owner}/${name} repository.`;
}

async function filesOf(world: World, pull: Pull) {
  await refreshPull(world, pull);
  const base = await world.git.mergeBase(pull.baseSha, pull.headSha);
  return base === null ? [] : world.git.diff(base, pull.headSha);
}

async function fullShape(world: World, pull: Pull) {
  const files = await filesOf(world, pull);
  const commits = await world.git.commits([`${pull.baseSha}..${pull.headSha}`]);
  return {
    ...pullShape(world, pull),
    merged: pull.mergedAt !== null,
    mergeable: true,
    rebaseable: true,
    mergeable_state: pull.draft ? 'draft' : 'clean',
    merged_by: null,
    comments: world.state.comments.filter(({ issue }) => issue === pull.number).length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: commits.length,
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changed_files: files.length,
  };
}
