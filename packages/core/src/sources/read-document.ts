import type { ClientAnswer, ClientRequest, HttpClient } from '../http/client.ts';
import { RequestError } from '../http/request-error.ts';
import { parseJson, place } from './read-answer.ts';
import { describeValue } from './shape-problem.ts';
import type { Document, GroupAnswer } from './source.ts';

/**
 * Asks for an OpenAPI or Swagger document.
 * @throws RequestError as the client does
 */
export async function requestDocument(http: HttpClient, request: ClientRequest): Promise<GroupAnswer> {
  const answer = await http.get(request);
  return { kind: 'answer', read: () => readDocument(answer, request), free: answer.free };
}

function readDocument(answer: ClientAnswer, request: ClientRequest): Document {
  const value = parseJson(answer, request);
  if (isDocument(value)) return value;
  throw new RequestError(
    'NOT_OPENAPI',
    `The answer of ${place(answer.url)} for ${request.purpose} is no OpenAPI document: it is ${describeValue(value)}, with neither "openapi" nor "swagger" at the top.`,
    {
      hint: 'Open the documentation of this API group in Xano: if it does not show there either, Xano could not generate it.',
      url: place(answer.url, true),
      status: answer.status,
    },
  );
}

function isDocument(value: unknown): value is Document {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { openapi, swagger } = value as { openapi?: unknown; swagger?: unknown };
  return typeof openapi === 'string' || typeof swagger === 'string';
}
