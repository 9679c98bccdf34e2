import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type FaultBook, faultAnswer } from './faults.ts';
import { executeGraphQL, fieldOf } from './graphql/execute.ts';
import { type Answer, notFound, problem, Refusal } from './http/answer.ts';
import { type FakeRequest, readRequest } from './http/request.ts';
import { createRouter } from './http/router.ts';
import { RATE_LIMIT } from './limits.ts';
import { ROUTES } from './rest/routes.ts';
import { allows, forbidden, type Token, tokenIn } from './tokens.ts';
import type { World } from './world.ts';

/** One request as the log keeps it. `token` is the credential that it carried. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** The field that a GraphQL request asks for first. */
  readonly graphql: string | null;
  readonly token: string | null;
  readonly body: Readonly<Record<string, unknown>>;
  /** The status of the answer; 0 when the connection was cut. */
  readonly status: number;
}

/** What the server works with; `requests` and the tokens grow while it runs. */
export interface Serving {
  readonly world: World;
  readonly faults: FaultBook;
  readonly tokens: ReadonlyMap<string, Token>;
  readonly requests: LoggedRequest[];
  /** What is being carried out now, also for clients that no longer wait for it. */
  readonly running: Set<Promise<unknown>>;
}

const route = createRouter(ROUTES);

/** An HTTP server that answers as GitHub does. */
export function createGitHubServer(serving: () => Serving): Server {
  return createServer((incoming, outgoing) => {
    void exchange(incoming, outgoing, serving()).catch((error: unknown) => {
      send(
        outgoing,
        problem(500, `The fake itself failed: ${error instanceof Error ? error.message : error}`),
        0,
      );
    });
  });
}

async function exchange(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  serving: Serving,
): Promise<void> {
  const request = await readRequest(incoming).catch((error: unknown) => {
    if (error instanceof Refusal) return error.answer;
    throw error;
  });
  if (!('method' in request)) return send(outgoing, request, 0);
  await serving.faults.runHooks(request);
  const fault = serving.faults.take(request);
  const faulty = fault === null ? null : faultAnswer(fault, new Date());
  const answer =
    fault === null || fault.kind === 'lost-answer'
      ? await counted(carryOut(request, serving), serving.running)
      : null;
  const sent = faulty ?? answer;
  serving.requests.push({
    method: request.method,
    path: request.path,
    query: request.query.toString(),
    graphql: request.path === '/graphql' ? fieldOf(request) : null,
    token: tokenIn(request.headers.authorization),
    body: request.body,
    status: sent?.status ?? 0,
  });
  if (sent === null) outgoing.destroy();
  else send(outgoing, sent, serving.requests.length);
}

async function counted<Value>(work: Promise<Value>, running: Set<Promise<unknown>>): Promise<Value> {
  running.add(work);
  try {
    return await work;
  } finally {
    running.delete(work);
  }
}

async function carryOut(request: FakeRequest, { world, tokens }: Serving): Promise<Answer> {
  try {
    const value = tokenIn(request.headers.authorization);
    if (value === null) return problem(401, 'Requires authentication');
    const token = tokens.get(value);
    if (token === undefined) return problem(401, 'Bad credentials');
    if (request.path === '/graphql' && request.method === 'POST')
      return await executeGraphQL(request, world, token);
    const found = route(request.method, request.path);
    if (found === null) throw notFound();
    if (found.parameters.owner !== world.owner || found.parameters.repo !== world.name) throw notFound();
    if (!allows(token, found.route.needs)) return forbidden(token, found.route.needs);
    if (world.settings.archived && request.method !== 'GET') {
      return problem(403, 'Repository was archived so is read-only.');
    }
    return await found.route.handle(request, found.parameters, world, token);
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}

function send(outgoing: ServerResponse, answer: Answer, count: number): void {
  const raw = Buffer.isBuffer(answer.body);
  outgoing.writeHead(answer.status, {
    'x-github-request-id': `FAKE:${count}`,
    'x-ratelimit-limit': String(RATE_LIMIT),
    'x-ratelimit-remaining': String(Math.max(1, RATE_LIMIT - count)),
    'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 3_600),
    ...(answer.body === undefined || raw ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    ...answer.headers,
  });
  if (answer.body === undefined) outgoing.end();
  else outgoing.end(raw ? answer.body : JSON.stringify(answer.body));
}
