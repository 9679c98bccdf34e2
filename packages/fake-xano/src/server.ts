import { once } from 'node:events';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { apispec } from './apis/apispec.ts';
import { developerApi } from './apis/developer-api.ts';
import { metadataApi } from './apis/metadata-api.ts';
import type { Faults } from './faults/faults.ts';
import type { Hands, Misbehaviour } from './faults/misbehave.ts';
import { type Answer, errors } from './http/answer.ts';
import { type Delivery, deliver } from './http/delivery.ts';
import type { RequestLog } from './http/log.ts';
import type { FakeOrigin } from './http/origins.ts';
import type { RateLimit, RateLimitOptions } from './http/rate-limit.ts';
import { bearerOf, type FakeRequest, NOTHING } from './http/request.ts';
import type { Match, World } from './http/world.ts';

/** The longest request body that is read: no request here needs one. */
const MAX_BODY_BYTES = 1024 * 1024;

/** What stands between the network and the answers. */
export interface FrontDesk {
  readonly world: World;
  readonly log: RequestLog;
  readonly faults: Faults;
  readonly rateLimit: RateLimit;
  readonly rateLimitOptions: RateLimitOptions;
  readonly clock: () => number;
  readonly latencyMs: number;
}

/** Gives the listener of an origin: reads a request, records it, lets it meet limits and faults, and answers. */
export function listener(desk: FrontDesk, origin: FakeOrigin): RequestListener {
  return (incoming, response) => {
    serve(desk, origin, incoming, response).catch(() => response.destroy());
  };
}

async function serve(
  desk: FrontDesk,
  origin: FakeOrigin,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await bodyOf(incoming);
  const url = new URL(`${origin.url}${incoming.url ?? '/'}`);
  const part = {
    method: incoming.method ?? '',
    url,
    path: decoded(url.pathname),
    headers: incoming.headers,
    origin,
  };
  const match = matchOf(desk.world, part);
  const request: FakeRequest = {
    ...part,
    body,
    api: match?.api ?? null,
    operation: match?.operation ?? 'unknown',
    subject: match?.subject ?? NOTHING,
  };
  const { secrets } = desk.world;
  const credentials = secrets.seenIn(origin, request.headers, url, body);
  const entry = desk.log.arrive(request, secrets.masked(url.pathname), credentials, desk.clock());
  try {
    const { delivery, fault } = await decide(desk, request, match);
    entry.meets(fault);
    entry.isAnswered(await deliver(delivery, response));
    if (delivery.kind === 'silence' && !response.closed) await once(response, 'close');
  } finally {
    entry.ends();
  }
}

async function decide(
  desk: FrontDesk,
  request: FakeRequest,
  match: Match | null,
): Promise<{ delivery: Delivery; fault: string | null }> {
  if (desk.latencyMs > 0) await pause(desk.latencyMs);
  const refused = limited(desk, request);
  if (refused !== null) return { delivery: { kind: 'whole', answer: refused }, fault: null };
  const healthy = () => safely(match?.answer ?? (() => errors.notFound('Unable to locate request.')));
  const misbehaviour = desk.faults.meet(request);
  if (misbehaviour === null) return { delivery: { kind: 'whole', answer: healthy() }, fault: null };
  return { delivery: badly(desk, request, misbehaviour, healthy), fault: misbehaviour.name };
}

function badly(
  desk: FrontDesk,
  request: FakeRequest,
  misbehaviour: Misbehaviour,
  answer: () => Answer,
): Delivery {
  const { account, origins, accessTokens, instanceTokens } = desk.world;
  const hands: Hands = {
    answer,
    revokeBearer: () => {
      const bearer = bearerOf(request.headers);
      if (bearer === null) return;
      accessTokens.revoke(bearer);
      instanceTokens.revoke(bearer);
    },
    deleteGroup: () => {
      const { instance, workspace, branch, group } = request.subject;
      const groups = account.instances
        .find(({ name }) => name === instance)
        ?.workspaces.find(({ name }) => name === workspace)
        ?.branches.find(({ label }) => label === branch)?.groups;
      const index = groups?.findIndex(({ name }) => name === group) ?? -1;
      if (index !== -1) groups?.splice(index, 1);
    },
    elsewhere: `${origins.urlOf('elsewhere.example')}${request.url.pathname}${request.url.search}`,
  };
  return misbehaviour.deliver(hands);
}

/** The limit of the instance that the request is about or whose host it came to. */
function limited(desk: FrontDesk, request: FakeRequest): Answer | null {
  const name = request.subject.instance ?? request.origin.name;
  const instance = desk.world.account.instances.find((candidate) => candidate.name === name);
  if (instance?.limited !== true || request.origin.role === 'master') return null;
  const waitMs = desk.rateLimit.take(instance.name);
  if (waitMs === 0) return null;
  const answer = errors.tooManyRequests();
  return desk.rateLimitOptions.retryAfter === true
    ? { ...answer, headers: { ...answer.headers, 'retry-after': String(Math.ceil(waitMs / 1000)) } }
    : answer;
}

function matchOf(world: World, part: Parameters<typeof developerApi>[1]): Match | null {
  return developerApi(world, part) ?? metadataApi(world, part) ?? apispec(world, part);
}

/** A document that can't be made is a fault of the server, as in Xano. */
function safely(answer: () => Answer): Answer {
  try {
    return answer();
  } catch {
    return errors.fatal();
  }
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) break;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
