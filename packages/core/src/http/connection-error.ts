import type { ClientRequest } from './client.ts';
import { RequestError } from './request-error.ts';
import type { Secrets } from './secrets.ts';
import { plain, span } from './words.ts';

const TIMEOUTS: ReadonlySet<string> = new Set([
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'ETIMEDOUT',
]);

/** Codes that OpenSSL and Node give a certificate that they don't trust. */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ALTNAME/;

const UNKNOWN_HOST: ReadonlySet<string> = new Set(['ENOTFOUND', 'EAI_AGAIN']);

/** Gives the error of a request that got no whole answer. What is underneath is told without its objects, which hold headers. */
export function connectionError(
  { purpose }: ClientRequest,
  url: URL,
  error: unknown,
  timeoutMs: number,
  secrets: Secrets,
): RequestError {
  const code = codeOf(error);
  const where = { url: secrets.redact(`${url.origin}${url.pathname}`), cause: bareCause(error, secrets) };
  if (TIMEOUTS.has(code)) {
    return new RequestError(
      'TIMED_OUT',
      `${url.host} did not give ${purpose} in time (${span(timeoutMs)} without a sign).`,
      { hint: 'Run again later. Behind a proxy, set HTTPS_PROXY.', ...where },
    );
  }
  const [happened, hint] = UNKNOWN_HOST.has(code)
    ? ['has no address', 'Look at the name for a typing error. Behind a proxy, set HTTPS_PROXY.']
    : CERTIFICATE.test(code)
      ? [
          'shows a certificate that is not trusted',
          'If it is your own, name the authority that signed it in a file and set NODE_EXTRA_CA_CERTS to the file.',
        ]
      : ['broke the connection or took none', 'Run again later. Behind a proxy, set HTTPS_PROXY.'];
  return new RequestError(
    'CONNECTION_FAILED',
    `${url.host} ${happened} when asked for ${purpose}${code === '' ? '' : ` (${code})`}.`,
    { hint, ...where },
  );
}

/** Whether another attempt can't help. */
export function isHopeless(error: unknown): boolean {
  return CERTIFICATE.test(codeOf(error));
}

function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}

function bareCause(error: unknown, secrets: Secrets): Error {
  const cause = new Error(plain(secrets.redact(error instanceof Error ? error.message : String(error)), 300));
  delete cause.stack;
  return cause;
}
