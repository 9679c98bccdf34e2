import { liveBranchOf, subjectOf } from '../account/find.ts';
import type { FakeInstance } from '../account/model.ts';
import type { AccessToken } from '../credentials/access-tokens.ts';
import { type Answer, errors, json } from '../http/answer.ts';
import { bearerOf, NOTHING } from '../http/request.ts';
import type { ApiRouter, Incoming, Match, World } from '../http/world.ts';
import { documentAnswer } from './document-answer.ts';
import { workspaceRoutes } from './metadata-workspace.ts';
import { metadataApiDocument } from './own-document.ts';
import { paged } from './paging.ts';

/** Where both the master service and every instance serve the Metadata API. */
const BASE = '/api:meta';

/** Where an instance describes it. */
const SWAGGER = '/apispec:meta';

/**
 * The Metadata API: at the master service the list of instances, at an instance its
 * workspaces and what stands in them; who one is, at both. A self-hosted Xano has no
 * master service and no list.
 */
export const metadataApi: ApiRouter = (world, incoming) => {
  const { method, path, origin } = incoming;
  if (method !== 'GET') return null;
  const isSwagger = path === SWAGGER;
  if (!isSwagger && !path.startsWith(`${BASE}/`)) return null;
  const route = path.slice(BASE.length);
  if (origin.role === 'master') return isSwagger ? null : atMaster(world, route, incoming);
  const instance = world.account.instances.find((candidate) => candidate.name === origin.name);
  const atInstance = origin.role === 'instance' || origin.role === 'custom-domain';
  if (!atInstance || instance === undefined) return null;
  return isSwagger ? swagger(world, instance, incoming) : atAnInstance(world, route, instance, incoming);
};

/** What the Metadata API says of itself. Whether a credential is asked for is not documented (INFERRED: no). */
function swagger(world: World, instance: FakeInstance, { url, headers }: Incoming): Match {
  return {
    api: 'metadata',
    operation: 'instance-document',
    subject: subjectOf({ instance }),
    answer: () => documentAnswer(world, metadataApiDocument(instance), url, headers),
  };
}

function atMaster(world: World, route: string, { headers }: Incoming): Match | null {
  const allowed = authorized(world, headers, null);
  if (route === '/auth/me') return whoAmI(world, allowed);
  if (route === '/instance') {
    return {
      api: 'metadata',
      operation: 'list-instances',
      subject: NOTHING,
      answer: allowed(() => json(world.account.instances.map((instance) => instanceEntry(world, instance)))),
    };
  }
  const name = /^\/instance\/([^/]+)$/.exec(route)?.[1];
  const instance = world.account.instances.find((candidate) => candidate.name === name);
  return instance === undefined
    ? null
    : {
        api: 'metadata',
        operation: 'list-instances',
        subject: subjectOf({ instance }),
        answer: allowed(() => json(instanceEntry(world, instance))),
      };
}

function atAnInstance(world: World, route: string, instance: FakeInstance, incoming: Incoming): Match | null {
  const allowed = authorized(world, incoming.headers, instance);
  if (route === '/auth/me') return whoAmI(world, allowed);
  if (route === '/workspace') {
    return {
      api: 'metadata',
      operation: 'list-workspaces',
      subject: subjectOf({ instance }),
      answer: allowed(() => workspaces(world, instance, incoming.url)),
    };
  }
  return workspaceRoutes(world, route, instance, incoming, allowed);
}

/** Puts the checks of the access token before an answer. */
export type Authorize = (answer: (token: AccessToken) => Answer) => () => Answer;

function authorized(world: World, headers: Incoming['headers'], instance: FakeInstance | null): Authorize {
  return (answer) => () => {
    const bearer = bearerOf(headers);
    if (bearer === null) return errors.unauthorized('Authentication required.');
    const token = world.accessTokens.read(bearer);
    if (token === null) return errors.unauthorized('Invalid token.');
    return instance !== null && token.instances !== null && !token.instances.includes(instance.name)
      ? errors.accessDenied('')
      : answer(token);
  };
}

function whoAmI(world: World, allowed: Authorize): Match {
  const { id, name, email } = world.account;
  return {
    api: 'metadata',
    operation: 'who-am-i',
    subject: NOTHING,
    answer: allowed(() => json({ id, name, email, membership: { role: 'admin' } })),
  };
}

function instanceEntry(world: World, instance: FakeInstance): unknown {
  const base = world.origins.urlOf(instance.domain);
  const { customDomain } = instance;
  return {
    name: instance.name,
    display: instance.display,
    xano_domain: new URL(base).host,
    custom_domain: customDomain === null ? '' : new URL(world.origins.urlOf(customDomain)).host,
    rate_limit: instance.limited,
    meta_api: `${base}${BASE}`,
    meta_swagger: `${base}${SWAGGER}?type=json`,
  };
}

function workspaces(world: World, instance: FakeInstance, url: URL): Answer {
  const entries = instance.workspaces.map((workspace) => ({
    id: workspace.id,
    name: workspace.name,
    description: workspace.description,
    branch: liveBranchOf(workspace).label,
  }));
  return world.settings.workspacesPaged ? paged(entries, url.searchParams) : json(entries);
}
