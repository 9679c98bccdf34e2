import { nameMatcher } from '../catalog/name-pattern.ts';
import type { ClientRequest, HttpClient } from './client.ts';
import { RequestError } from './request-error.ts';

/** Which hosts a run may ask. */
export interface AllowedHosts {
  /** Those that the answers of Xano may name: names or globs of hosts, `!` before one leaves it out. */
  readonly patterns: readonly string[];
  /** Those that whoever started the run named: they are always allowed. */
  readonly named: readonly URL[];
}

/**
 * A client that asks no other hosts than these. What an answer of Xano names is asked only if
 * it is one of them, so that whoever can write such an answer, or the address of an API group,
 * leads no run elsewhere. Redirects stay within a host as it is.
 */
export function withAllowedHosts(http: HttpClient, { patterns, named }: AllowedHosts): HttpClient {
  const isAllowed = nameMatcher(patterns);
  const origins = new Set(named.map(({ origin }) => origin));
  return {
    concurrency: http.concurrency,
    concurrencyPerOrigin: http.concurrencyPerOrigin,
    rateLimit: http.rateLimit,
    room: (places) => http.room(places),
    isLimited: (lane) => http.isLimited(lane),
    now: () => http.now(),
    close: () => http.close(),
    get: async (request) => {
      const { url } = request;
      if (!origins.has(url.origin) && !isAllowed([url.hostname, url.host])) throw refused(request);
      return http.get(request);
    },
  };
}

function refused({ url, purpose }: ClientRequest): RequestError {
  return new RequestError(
    'HOST_NOT_ALLOWED',
    `${url.host} is not among the allowed hosts, and ${purpose} would have been read from it. Nothing was sent to it.`,
    {
      hint: `If the host is yours, add it to allowed-hosts (--allow-host). If not, find out in Xano who named it.`,
      url: `${url.origin}${url.pathname}`,
    },
  );
}
