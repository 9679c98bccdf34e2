import { EnvHttpProxyAgent, fetch as undiciFetch } from 'undici';
import type { Fetch } from './bound-fetch.ts';
import type { Environment } from './environment.ts';

/** GitHub ends a call of its own after about 10 seconds; a big commit's upload comes on top. */
const ANSWER_TIMEOUT_MS = 120_000;

/** A fetch through the proxy that HTTP_PROXY, HTTPS_PROXY and NO_PROXY name, in either case; direct without them. */
export function proxyFetch(env: Environment): Fetch {
  const http = env.http_proxy || env.HTTP_PROXY;
  const https = env.https_proxy || env.HTTPS_PROXY;
  const agent = new EnvHttpProxyAgent({
    httpProxy: http ?? '',
    httpsProxy: https ?? '',
    noProxy: env.no_proxy ?? env.NO_PROXY ?? '',
    headersTimeout: ANSWER_TIMEOUT_MS,
    bodyTimeout: ANSWER_TIMEOUT_MS,
  });
  // undici's fetch is the platform's; only the names of their types differ.
  const send = undiciFetch as unknown as (input: unknown, init: object) => Promise<Response>;
  return (input, init) => send(input, { ...init, dispatcher: agent });
}
