import { EnvHttpProxyAgent, fetch as undiciFetch } from 'undici';
import { GitHubError } from '../errors/github-error.ts';
import type { Fetch } from './bound-fetch.ts';
import type { Environment } from './environment.ts';

/** GitHub ends a call of its own after about 10 seconds; a big commit's upload comes on top. */
const ANSWER_TIMEOUT_MS = 120_000;

/**
 * A fetch through the proxy that HTTP_PROXY, HTTPS_PROXY and NO_PROXY name, in either case; direct without them.
 * @throws GitHubError INVALID_ENVIRONMENT for a proxy that is no address of one
 */
export function proxyFetch(env: Environment): Fetch {
  const agent = new EnvHttpProxyAgent({
    httpProxy: proxyIn(env.http_proxy || env.HTTP_PROXY, 'HTTP_PROXY'),
    httpsProxy: proxyIn(env.https_proxy || env.HTTPS_PROXY, 'HTTPS_PROXY'),
    noProxy: env.no_proxy ?? env.NO_PROXY ?? '',
    headersTimeout: ANSWER_TIMEOUT_MS,
    bodyTimeout: ANSWER_TIMEOUT_MS,
  });
  // undici's fetch is the platform's; only the names of their types differ.
  const send = undiciFetch as unknown as (input: unknown, init: object) => Promise<Response>;
  return (input, init) => send(input, { ...init, dispatcher: agent });
}

/** A proxy may hold a password: what is wrong with it is told without it. */
function proxyIn(text: string | undefined, variable: string): string {
  const proxy = text?.trim() ?? '';
  if (proxy === '' || ['http:', 'https:'].includes(URL.parse(proxy)?.protocol ?? '')) return proxy;
  throw new GitHubError(
    'INVALID_ENVIRONMENT',
    `${variable} names no proxy that can be used: it is no URL that begins with http:// or https://.`,
    { hint: `Write it as http://proxy.example:8080, or unset ${variable}.` },
  );
}
