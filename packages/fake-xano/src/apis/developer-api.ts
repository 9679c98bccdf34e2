import { liveBranchOf, subjectOf } from '../account/find.ts';
import type { FakeApiGroup, FakeBranch, FakeInstance } from '../account/model.ts';
import { groupAddress, groupDomain } from '../document/document.ts';
import { type Answer, errors, json, page } from '../http/answer.ts';
import { bearerOf, NOTHING } from '../http/request.ts';
import type { ApiRouter, Incoming, Match, World } from '../http/world.ts';
import { documentAnswer } from './document-answer.ts';
import { developerApiDocument } from './own-document.ts';

/**
 * The Developer API, steps 1 to 4b: at the master service the list of instances and the
 * exchange of a tokenUrl, at an instance its workspaces and its own document.
 */
export const developerApi: ApiRouter = (world, incoming) => {
  if (incoming.method !== 'GET') return null;
  switch (incoming.origin.role) {
    case 'master':
      return atMaster(world, incoming);
    case 'instance':
    case 'custom-domain':
      return atInstance(world, incoming);
    default:
      return null;
  }
};

function atMaster(world: World, { path, url, headers }: Incoming): Match | null {
  switch (path) {
    case '/api:developer':
      return swaggerPage();
    case '/api:developer/instance':
      return {
        api: 'developer',
        operation: 'list-instances',
        subject: NOTHING,
        answer: () =>
          bearerOf(headers) === world.developerApiKey
            ? json(world.account.instances.map((instance) => instanceEntry(world, instance)))
            : errors.unauthorized('Invalid Developer API key.'),
      };
    case '/api:developer/token/auth': {
      const token = url.searchParams.get('token');
      return {
        api: 'developer',
        operation: 'exchange-token',
        subject: NOTHING,
        answer: () => exchange(world, token),
      };
    }
    default:
      return null;
  }
}

function atInstance(world: World, { origin, path, url, headers }: Incoming): Match | null {
  const instance = world.account.instances.find((candidate) => candidate.name === origin.name);
  if (instance === undefined) return null;
  const authorized = (answer: () => Answer) => () =>
    world.instanceTokens.isGoodFor(bearerOf(headers), instance.name)
      ? answer()
      : errors.unauthorized('Invalid token.');
  const subject = subjectOf({ instance });
  switch (path) {
    case '/api:developer':
      return swaggerPage();
    case '/api:developer/workspace':
      return {
        api: 'developer',
        operation: 'list-workspaces',
        subject,
        answer: authorized(() => json(workspaces(world, instance))),
      };
    case '/apispec:developer':
      return {
        api: 'developer',
        operation: 'instance-document',
        subject,
        answer: authorized(() => documentAnswer(world, developerApiDocument(instance), url, headers)),
      };
    default:
      return null;
  }
}

function instanceEntry(world: World, instance: FakeInstance): unknown {
  const { id, name, display, description, customDomain } = instance;
  const master = world.origins.urlOf('app.xano.com');
  return {
    id,
    name,
    display,
    description,
    host: customDomain ?? '',
    tokenUrl: `${master}/api:developer/token/auth?token=${world.instanceTokens.offer(instance)}`,
  };
}

function exchange(world: World, token: string | null): Answer {
  const name = token === null ? null : world.instanceTokens.take(token);
  const instance = world.account.instances.find((candidate) => candidate.name === name);
  if (instance === undefined) return errors.unauthorized('This token is not valid any more.');
  const base = world.origins.urlOf(instance.domain);
  return json({
    authToken: world.instanceTokens.issue(instance),
    api: `${base}/api:developer`,
    swaggerspec: `${base}/apispec:developer?type=json`,
    origin: world.origins.urlOf(instance.customDomain ?? instance.domain),
  });
}

/** The Developer API knows no branches: it lists the groups of the live one. */
function workspaces(world: World, instance: FakeInstance): unknown {
  return instance.workspaces.map((workspace) => {
    const branch = liveBranchOf(workspace);
    return {
      id: workspace.id,
      name: workspace.name,
      description: workspace.description,
      apigroups: branch.groups.map((group) => groupEntry(world, instance, branch, group)),
    };
  });
}

function groupEntry(world: World, instance: FakeInstance, branch: FakeBranch, group: FakeApiGroup): unknown {
  const base = world.origins.urlOf(groupDomain(instance, group));
  const address = groupAddress(branch, group);
  return {
    id: group.id,
    name: group.name,
    description: group.description,
    api: `${base}/api:${address}`,
    swaggerspec: `${base}/apispec:${address}`,
  };
}

function swaggerPage(): Match {
  return {
    api: 'developer',
    operation: 'page',
    subject: NOTHING,
    answer: () => page('Xano Developer API'),
  };
}
