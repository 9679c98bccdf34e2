import { created, noContent, notFound, ok, problem, Refusal } from '../http/answer.ts';
import { text } from '../http/body.ts';
import { paged } from '../http/page.ts';
import type { Route } from '../http/router.ts';
import { closeWithoutBranch } from '../pulls.ts';
import { ruleMessage, ruleOf } from '../settings.ts';
import type { World } from '../world.ts';
import { commitShape } from './shapes.ts';

const REFS = '/repos/:owner/:repo/git/refs';

/** Branches and tags as git refs, and branches with their last commit. */
export const REF_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/repos/:owner/:repo/git/ref/*ref',
    needs: ['contents=read'],
    handle: async (_request, { ref = '' }, world) => {
      await refuseEmpty(world);
      const found = (await world.git.refs(`refs/${ref}`)).find((entry) => entry.ref === `refs/${ref}`);
      if (found === undefined) throw notFound();
      return ok(refShape(world, found));
    },
  },
  {
    method: 'GET',
    path: '/repos/:owner/:repo/git/matching-refs/*ref',
    needs: ['contents=read'],
    handle: async (request, { ref = '' }, world) => {
      const all = await world.git.refs('refs/');
      const matching = all.filter((entry) => entry.ref.startsWith(`refs/${ref}`));
      return paged(
        request,
        world.apiUrl,
        matching.map((entry) => refShape(world, entry)),
      );
    },
  },
  {
    method: 'POST',
    path: REFS,
    needs: ['contents=write'],
    handle: async (request, _parameters, world) => {
      const ref = text(request, 'Reference', 'ref');
      const sha = text(request, 'Reference', 'sha');
      if (!/^refs\/[^/]+\/.+/.test(ref)) throw unprocessable(`${ref} is not a valid ref name.`);
      if ((await world.git.resolve(sha)) === null) throw unprocessable('Object does not exist');
      if ((await world.git.refs(ref)).some((entry) => entry.ref === ref))
        throw unprocessable('Reference already exists');
      const rule = ruleOf(world.settings, branchOf(ref));
      if (rule?.kind === 'ruleset' && rule.reasons.some((reason) => reason.startsWith('Cannot create ref'))) {
        throw unprocessable(ruleMessage(rule, branchOf(ref)));
      }
      if (!(await world.git.moveRef(ref, null, sha))) throw unprocessable('Reference update failed');
      return created(refShape(world, { ref, sha, type: 'commit' }));
    },
  },
  {
    method: 'PATCH',
    path: `${REFS}/*ref`,
    needs: ['contents=write'],
    handle: async (request, { ref: short = '' }, world) => {
      const ref = `refs/${short}`;
      const sha = text(request, 'Reference', 'sha');
      const now = await world.git.resolve(ref);
      if (now === null) throw unprocessable('Reference does not exist');
      if ((await world.git.resolve(sha)) === null) throw unprocessable('Object does not exist');
      refuseByRule(world, branchOf(ref));
      const forward = (await world.git.mergeBase(now, sha)) === now;
      if (!forward && request.body.force !== true) throw unprocessable('Update is not a fast forward');
      if (!(await world.git.moveRef(ref, now, sha))) throw unprocessable('Reference update failed');
      return ok(refShape(world, { ref, sha, type: 'commit' }));
    },
  },
  {
    method: 'DELETE',
    path: `${REFS}/*ref`,
    needs: ['contents=write'],
    handle: async (_request, { ref: short = '' }, world, caller) => {
      const ref = `refs/${short}`;
      const now = await world.git.resolve(ref);
      if (now === null) throw unprocessable('Reference does not exist');
      refuseByRule(world, branchOf(ref));
      await world.git.moveRef(ref, now, null);
      closeWithoutBranch(world, branchOf(ref), caller.login);
      return noContent();
    },
  },
  {
    method: 'GET',
    path: '/repos/:owner/:repo/branches/*branch',
    needs: ['contents=read'],
    handle: async (_request, { branch = '' }, world) => {
      const sha = await world.git.resolve(`refs/heads/${branch}`);
      if (sha === null) throw notFound('Branch not found');
      const protectedBranch = ruleOf(world.settings, branch) !== null;
      return ok({
        name: branch,
        commit: commitShape(world, await world.git.commit(sha)),
        _links: {
          self: `${world.apiUrl}/repos/${world.owner}/${world.name}/branches/${branch}`,
          html: `${world.serverUrl}/${world.owner}/${world.name}/tree/${branch}`,
        },
        protected: protectedBranch,
        protection: { enabled: protectedBranch },
        protection_url: `${world.apiUrl}/repos/${world.owner}/${world.name}/branches/${branch}/protection`,
      });
    },
  },
  {
    method: 'GET',
    path: '/repos/:owner/:repo/branches',
    needs: ['contents=read'],
    handle: async (request, _parameters, world) => {
      const branches = (await world.git.refs('refs/heads/')).map(({ ref, sha }) => ({
        name: branchOf(ref),
        commit: { sha, url: `${world.apiUrl}/repos/${world.owner}/${world.name}/commits/${sha}` },
        protected: ruleOf(world.settings, branchOf(ref)) !== null,
      }));
      return paged(request, world.apiUrl, branches);
    },
  },
];

/** 409 as long as nobody has committed anything. */
export async function refuseEmpty(world: World): Promise<void> {
  if (await world.git.isEmpty()) {
    throw new Refusal(problem(409, 'Git Repository is empty.'));
  }
}

function refuseByRule(world: World, branch: string): void {
  const rule = ruleOf(world.settings, branch);
  if (rule !== null) throw unprocessable(ruleMessage(rule, branch));
}

/** A ref as the git database gives it. */
export function refShape(world: World, { ref, sha, type }: { ref: string; sha: string; type: string }) {
  const api = `${world.apiUrl}/repos/${world.owner}/${world.name}/git`;
  return {
    ref,
    node_id: `REF_${ref}`,
    url: `${api}/${ref}`,
    object: { sha, type, url: `${api}/${type}s/${sha}` },
  };
}

function branchOf(ref: string): string {
  return ref.replace(/^refs\/heads\//, '');
}

function unprocessable(message: string): Refusal {
  return new Refusal(problem(422, message));
}
