import type { ClientRequest, HttpClient } from '../http/client.ts';
import { RequestError } from '../http/request-error.ts';
import { parseJson, place } from './read-answer.ts';
import { describeValue } from './shape-problem.ts';

/**
 * Asks for an OpenAPI or Swagger document.
 * @throws RequestError NOT_OPENAPI, NOT_JSON, or what the client throws
 */
export async function readDocument(
  http: HttpClient,
  request: ClientRequest,
): Promise<Readonly<Record<string, unknown>>> {
  const answer = await http.get(request);
  try {
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
  } catch (error) {
    request.room?.free();
    throw error;
  }
}

function isDocument(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { openapi, swagger } = value as { openapi?: unknown; swagger?: unknown };
  return typeof openapi === 'string' || typeof swagger === 'string';
}
