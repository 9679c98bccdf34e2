import type { ClientRequest } from './client.ts';
import { RequestError, type RequestErrorCode } from './request-error.ts';
import type { Secrets } from './secrets.ts';
import { plain } from './words.ts';

/** An answer whose status is not 2xx. */
export interface BadAnswer {
  readonly url: URL;
  readonly status: number;
  /** The beginning of its body. */
  readonly text: string;
}

/** Gives the error of an answer, with what Xano itself says about it. */
export function statusError({ purpose }: ClientRequest, answer: BadAnswer, secrets: Secrets): RequestError {
  const { url, status } = answer;
  const [code, happened, hint] = meaningOf(status);
  const said = ownWords(answer.text, secrets);
  const address = secrets.redact(`${url.host}${url.pathname}`);
  return new RequestError(
    code,
    `${happened} ${purpose} (${status} from ${plain(address, 300)})${said === '' ? '' : `: ${said}`}.`,
    { hint, url: secrets.redact(`${url.origin}${url.pathname}`), status },
  );
}

function meaningOf(status: number): [RequestErrorCode, string, string] {
  if (status === 401)
    return [
      'CREDENTIAL_REFUSED',
      'Xano refused the credential for',
      'Make a new one and put it in place of the old one.',
    ];
  if (status === 403)
    return ['ACCESS_DENIED', 'The credential may not read', 'Give it the permission to read there.'];
  if (status === 404)
    return ['NOT_FOUND', 'Xano has nothing at the address of', 'Look whether it was deleted.'];
  if (status === 429)
    return [
      'RATE_LIMITED',
      'Xano still limits the requests after several waits, now for',
      'Run again later, at a time when nothing else uses this instance, or lift the limit with a paid plan.',
    ];
  if (status >= 500)
    return [
      'SERVER_ERROR',
      'The server failed several times to give',
      'Run again later. If it stays so, open the address of the documentation in a browser: Xano may be unable to generate it.',
    ];
  return [
    'UNEXPECTED_STATUS',
    'The server gave an unexpected answer for',
    'Look whether the address is that of a Xano.',
  ];
}

/** The `message` of Xano's error body. Pages and other texts say nothing to a reader. */
function ownWords(text: string, secrets: Secrets): string {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return '';
  }
  if (typeof body !== 'object' || body === null) return '';
  const { message } = body as { message?: unknown };
  return typeof message === 'string' ? plain(secrets.redact(message)).replace(/\.$/, '') : '';
}
