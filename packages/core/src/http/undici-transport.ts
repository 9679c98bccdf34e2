import { Agent, type Dispatcher, EnvHttpProxyAgent, interceptors, request } from 'undici';
import { isLoopback } from './address.ts';
import { RequestError } from './request-error.ts';
import type { Transport } from './transport.ts';

export interface UndiciTransportOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly timeoutMs: number;
  readonly connectionsPerOrigin: number;
  readonly maxBodyBytes: number;
}

/**
 * Gives the real edge to the network. A proxy is used as HTTP_PROXY, HTTPS_PROXY and
 * NO_PROXY say, except for loopback: those requests are in the clear, and meant for this
 * machine.
 *
 * @throws RequestError URL_REFUSED for a proxy that is no address of one
 */
export function undiciTransport(options: UndiciTransportOptions): Transport {
  const { env, timeoutMs } = options;
  const agentOptions = {
    connect: { timeout: timeoutMs },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    connections: options.connectionsPerOrigin,
    allowH2: false,
  };
  const setting = (name: string) => env[name.toLowerCase()] ?? env[name.toUpperCase()] ?? '';
  const proxy = (name: string) => proxyIn(setting(name), name.toUpperCase());
  const decompressing = (dispatcher: Dispatcher) =>
    dispatcher.compose(interceptors.decompress({ skipErrorResponses: false, maxSize: options.maxBodyBytes }));
  const direct = new Agent(agentOptions);
  // An empty text means none here; what is absent would be read from the process instead.
  const proxied = new EnvHttpProxyAgent({
    ...agentOptions,
    httpProxy: proxy('http_proxy'),
    httpsProxy: proxy('https_proxy'),
    noProxy: setting('no_proxy'),
  });
  const toLoopback = decompressing(direct);
  const toOthers = decompressing(proxied);
  return {
    async get({ url, headers, signal }) {
      const {
        statusCode,
        headers: answered,
        body,
      } = await request(url, {
        method: 'GET',
        headers: { ...headers, 'accept-encoding': 'gzip, br' },
        signal,
        dispatcher: isLoopback(url) ? toLoopback : toOthers,
      });
      return { status: statusCode, headers: answered, body };
    },
    async close() {
      await Promise.all([direct.destroy(), proxied.destroy()]);
    },
  };
}

const PROXY_PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:']);

/** A proxy may hold a password: what is wrong with it is told without it. */
function proxyIn(text: string, variable: string): string {
  const proxy = text.trim();
  if (proxy === '' || PROXY_PROTOCOLS.has(URL.parse(proxy)?.protocol ?? '')) return proxy;
  throw new RequestError(
    'URL_REFUSED',
    `${variable} names no proxy that can be used: it is no URL that begins with http:// or https://.`,
    { hint: `Write it as http://proxy.example:8080, or unset ${variable}.` },
  );
}
