import type { IncomingMessage } from 'node:http';
import { problem, Refusal } from './answer.ts';

/** A request as the calls see it: path split by the route, body parsed. */
export interface FakeRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly bytes: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Reads the request to its end; a body that is no JSON object is a 400, as GitHub answers it. */
export async function readRequest(incoming: IncomingMessage): Promise<FakeRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks);
  const url = new URL(incoming.url ?? '/', 'http://fake.invalid');
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: incoming.headers,
    bytes: raw.length,
    body: raw.length === 0 ? {} : parseObject(raw),
  };
}

function parseObject(raw: Buffer): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(raw.toString('utf8'));
  } catch {
    throw new Refusal(problem(400, 'Problems parsing JSON'));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refusal(problem(400, 'Body should be a JSON object'));
  }
  return value as Record<string, unknown>;
}
