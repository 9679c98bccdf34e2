import type * as z from 'zod';
import type { ClientAnswer, ClientRequest, HttpClient } from '../http/client.ts';
import { RequestError } from '../http/request-error.ts';
import { plain } from '../http/words.ts';
import { describeValue, shapeProblem } from './shape-problem.ts';

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Asks for a JSON value.
 * @throws RequestError NOT_JSON, or what the client throws
 */
export async function readJson(http: HttpClient, request: ClientRequest): Promise<unknown> {
  return parseJson(await http.get(request), request);
}

/**
 * Gives the JSON value of an answer.
 * @throws RequestError NOT_JSON
 */
export function parseJson({ body, url, status }: ClientAnswer, { purpose }: ClientRequest): unknown {
  let text: string;
  try {
    text = UTF8.decode(body);
  } catch {
    throw notJson('it is not in UTF-8');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw notJson(whatInstead(text));
  }

  function notJson(why: string): RequestError {
    return new RequestError('NOT_JSON', `The answer of ${place(url)} for ${purpose} is no JSON: ${why}.`, {
      hint: 'Open the address in a browser and look at what it gives. A page there usually asks to sign in, or comes from a proxy.',
      url: place(url, true),
      status,
    });
  }
}

/**
 * Gives a value as the schema has it.
 * @throws RequestError WRONG_SHAPE, which names the request, the field and what was found
 */
export function checked<T>(value: unknown, schema: z.ZodType<T>, request: ClientRequest, at = ''): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw wrongShape(request, shapeProblem(result.error, value, at));
}

/** Gives the error of an answer that is not as documented. */
export function wrongShape({ purpose, url }: ClientRequest, problem: string): RequestError {
  return new RequestError(
    'WRONG_SHAPE',
    `The answer of ${place(url)} for ${purpose} is not as Xano documents it: ${problem}.`,
    {
      hint: 'If the address is that of a Xano, its API has changed: update this tool, or report it with this message.',
      url: place(url, true),
    },
  );
}

/** An answer as JSON, but not the list that was asked for. */
export function notAList(value: unknown, request: ClientRequest): RequestError {
  return wrongShape(request, `a list was expected, and it is ${describeValue(value)}`);
}

/** Gives the host and path of an address, or all but its query. */
export function place(url: URL, whole = false): string {
  return `${whole ? url.origin : url.host}${plain(url.pathname, 300)}`;
}

/** Says what stands where JSON was expected. Of all texts only the sign of a page is shown: others may hold a secret. */
function whatInstead(text: string): string {
  const beginning = text.trimStart();
  if (beginning === '') return 'it is empty';
  const tag = /^<[!?]?[a-z]+[^<>]{0,40}>/i.exec(beginning)?.[0];
  if (tag !== undefined) {
    return `it begins with "${plain(tag)}", so the address answers with a page, probably a sign-in or an error`;
  }
  return /^[[{]/.test(beginning) ? 'it ends too early or is damaged' : 'it is a text of another kind';
}
