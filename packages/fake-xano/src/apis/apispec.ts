import { branchesOf, groupAt, type PlacedBranch, type PlacedGroup, subjectOf } from '../account/find.ts';
import { groupDocument, groupDomain, workspaceDocument } from '../document/document.ts';
import { type Answer, errors, page } from '../http/answer.ts';
import type { ApiRouter, Incoming, World } from '../http/world.ts';
import { documentAnswer } from './document-answer.ts';

/**
 * The addresses of the documents of the account's own APIs: `apispec:<canonical>[:<branch>]`
 * and `apispec:workspace:<canonical>`. They take no credential of Xano's; a protected one
 * takes the documentation token in the query.
 */
export const apispec: ApiRouter = (world, incoming) => {
  const { method, path, origin } = incoming;
  if (method !== 'GET' || origin.role === 'master' || origin.role === 'elsewhere') return null;
  const [, kind, address = ''] = /^\/(api|apispec):([^/]+)$/.exec(path) ?? [];
  if (kind === undefined) return null;
  const place = groupAt(world.account, origin.domain, address);
  if (kind === 'api') {
    return place === null
      ? null
      : {
          api: 'apispec',
          operation: 'page',
          subject: subjectOf(place),
          answer: () => page(place.group.name),
        };
  }
  const workspace = /^workspace:(.+)$/.exec(address)?.[1];
  if (workspace !== undefined) {
    const branch = workspaceAt(world, origin.domain, workspace);
    return {
      api: 'apispec',
      operation: 'workspace-document',
      subject: subjectOf(branch ?? {}),
      answer: () => workspaceAnswer(world, branch, incoming),
    };
  }
  return {
    api: 'apispec',
    operation: 'group-document',
    subject: subjectOf(place ?? {}),
    // Looked up again: a rule of misbehaviour may have taken the group away.
    answer: () => groupAnswer(world, groupAt(world.account, origin.domain, address), incoming),
  };
};

function groupAnswer(world: World, place: PlacedGroup | null, { url, headers }: Incoming): Answer {
  if (place === null || place.group.documentation === 'disabled') return errors.notFound();
  const { instance, branch, group } = place;
  if (group.documentation === 'token') {
    // What Xano answers to a missing or wrong token is not documented (INFERRED: 403).
    const token = world.documentationTokens.of(group, groupDomain(instance, group));
    if (url.searchParams.get('token') !== token) return errors.accessDenied('');
  }
  return documentAnswer(world, groupDocument(instance, branch, group, world.settings), url, headers);
}

function workspaceAnswer(world: World, place: PlacedBranch | null, { url, headers }: Incoming): Answer {
  if (place === null) return errors.notFound();
  const { instance, workspace, branch } = place;
  return documentAnswer(world, workspaceDocument(instance, workspace, branch, world.settings), url, headers);
}

function workspaceAt(world: World, domain: string, canonical: string): PlacedBranch | null {
  return (
    branchesOf(world.account).find(
      ({ instance, workspace, branch }) =>
        workspace.canonical === canonical &&
        branch.live &&
        (instance.domain === domain || instance.customDomain === domain),
    ) ?? null
  );
}
