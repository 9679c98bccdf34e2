import { liveBranchOf, type PlacedBranch, type PlacedGroup, subjectOf } from '../account/find.ts';
import { canonicalOf } from '../account/make.ts';
import type { FakeBranch, FakeInstance, FakeWorkspace } from '../account/model.ts';
import type { AccessToken, Scope } from '../credentials/access-tokens.ts';
import { groupAddress, groupDocument, groupDomain, workspaceDocument } from '../document/document.ts';
import { type Answer, errors, json } from '../http/answer.ts';
import type { Incoming, Match, World } from '../http/world.ts';
import { jsonDocument } from './document-answer.ts';
import type { Authorize } from './metadata-api.ts';
import { paged } from './paging.ts';

/** The routes of the Metadata API below `/workspace/{id}`; null for a path that is none of them. */
export function workspaceRoutes(
  world: World,
  route: string,
  instance: FakeInstance,
  incoming: Incoming,
  allowed: Authorize,
): Match | null {
  const [, id, rest] = /^\/workspace\/(\d+)(\/.*)?$/.exec(route) ?? [];
  if (id === undefined) return null;
  const workspace = instance.workspaces.find((candidate) => candidate.id === Number(id));
  const branch = workspace === undefined ? null : branchAskedFor(workspace, incoming.url.searchParams);
  const place = workspace !== undefined && branch !== null ? { instance, workspace, branch } : null;

  const match = (
    operation: Match['operation'],
    scope: Scope | null,
    answer: (place: PlacedBranch) => Answer,
    subject = subjectOf({ instance, ...(workspace && { workspace }), ...(branch && { branch }) }),
  ): Match => ({
    api: 'metadata',
    operation,
    subject,
    answer: allowed((token) => {
      if (!mayRead(token, Number(id), scope)) return errors.accessDenied('');
      return place === null ? errors.notFound() : answer(place);
    }),
  });

  const groupId = /^\/apigroup\/(\d+)(?:\/openapi)?$/.exec(rest ?? '')?.[1];
  if (groupId !== undefined) {
    const found = groupWith(instance, workspace, Number(groupId));
    const subject = subjectOf(found ?? { instance, ...(workspace && { workspace }) });
    const isDocument = rest?.endsWith('/openapi') === true;
    return match(
      isDocument ? 'group-document' : 'list-groups',
      'workspace-api:read',
      () => {
        const group = groupWith(instance, workspace, Number(groupId));
        if (group === null) return errors.notFound();
        return isDocument ? documentOf(world, group, incoming) : json(groupEntry(world, group));
      },
      subject,
    );
  }
  switch (rest) {
    case undefined:
      return match('list-workspaces', null, (at) => json(workspaceEntry(at.workspace)));
    case '/branch':
      return match('list-branches', 'instance-workspace:read', (at) => json(branches(world, at.workspace)));
    case '/apigroup':
      return match('list-groups', 'workspace-api:read', (at) => groups(world, at, incoming.url.searchParams));
    case '/openapi':
      return match('workspace-document', 'instance-workspace:read', (at) =>
        jsonDocument(
          world,
          workspaceDocument(at.instance, at.workspace, at.branch, world.settings),
          incoming.headers,
        ),
      );
    default:
      return null;
  }
}

function mayRead(token: AccessToken, workspace: number, scope: Scope | null): boolean {
  const pinnedElsewhere = token.workspace !== null && token.workspace !== workspace;
  return !pinnedElsewhere && (scope === null || token.scopes.includes(scope));
}

/** The branch that `branch` names, the live one when it is absent or empty, or null. */
function branchAskedFor(workspace: FakeWorkspace, query: URLSearchParams): FakeBranch | null {
  const label = query.get('branch') ?? '';
  return label === ''
    ? liveBranchOf(workspace)
    : (workspace.branches.find((branch) => branch.label === label) ?? null);
}

/** Ids of groups differ by branch, so that an id alone says which branch is meant (INFERRED). */
function groupWith(
  instance: FakeInstance,
  workspace: FakeWorkspace | undefined,
  id: number,
): PlacedGroup | null {
  if (workspace === undefined) return null;
  for (const branch of workspace.branches) {
    const group = branch.groups.find((candidate) => candidate.id === id);
    if (group !== undefined) return { instance, workspace, branch, group };
  }
  return null;
}

function workspaceEntry(workspace: FakeWorkspace): unknown {
  const { id, name, description } = workspace;
  return { id, name, description, branch: liveBranchOf(workspace).label };
}

function branches(world: World, workspace: FakeWorkspace): unknown {
  return workspace.branches.map(({ createdAt, label, backup, live }) => ({
    created_at: time(world, createdAt),
    label,
    backup,
    live,
  }));
}

function groups(world: World, place: PlacedBranch, query: URLSearchParams): Answer {
  const sort = query.get('sort') || 'created_at';
  const order = query.get('order') || 'desc';
  const key = SORTS[sort];
  if (key === undefined) return errors.input('Invalid sort.', 'sort');
  if (order !== 'asc' && order !== 'desc') return errors.input('Invalid order.', 'order');
  const sorted = place.branch.groups.toSorted((a, b) => {
    const [left, right] = [key(a), key(b)];
    return left < right ? -1 : left > right ? 1 : a.id - b.id;
  });
  if (order === 'desc') sorted.reverse();
  return paged(
    sorted.map((group) => groupEntry(world, { ...place, group })),
    query,
  );
}

const SORTS: Readonly<Record<string, (group: PlacedGroup['group']) => number | string>> = {
  created_at: (group) => group.createdAt,
  updated_at: (group) => group.updatedAt,
  name: (group) => group.name,
};

/** An entry of the list of groups. `swagger` and `documentation` are not documented, but were seen. */
function groupEntry(world: World, { instance, branch, group }: PlacedGroup): unknown {
  const domain = groupDomain(instance, group);
  const token = group.documentation === 'token' ? world.documentationTokens.of(group, domain) : '';
  const link = `${world.origins.urlOf(domain)}/api:${groupAddress(branch, group)}`;
  return {
    id: group.id,
    created_at: time(world, group.createdAt),
    updated_at: time(world, group.updatedAt),
    name: group.name,
    description: group.description,
    docs: '',
    guid: canonicalOf(`guid ${instance.name} ${group.id}`, 27),
    canonical: group.canonical,
    swagger: group.documentation !== 'disabled',
    documentation: {
      require_token: group.documentation === 'token',
      token,
      link: token === '' ? link : `${link}?token=${token}`,
    },
    branch: branch.label,
    tag: group.tags,
  };
}

/** A disabled document is not given here either (INFERRED); a protected one is, to a token that may read it. */
function documentOf(world: World, place: PlacedGroup, { headers }: Incoming): Answer {
  return place.group.documentation === 'disabled'
    ? errors.notFound()
    : jsonDocument(world, groupDocument(place.instance, place.branch, place.group, world.settings), headers);
}

/** `2026-01-12 09:30:04+0000`, as Xano's documentation shows times, or milliseconds. */
function time(world: World, at: number): string | number {
  return world.settings.timestamps === 'number'
    ? at
    : new Date(at)
        .toISOString()
        .replace('T', ' ')
        .replace(/\.\d+Z$/, '+0000');
}
