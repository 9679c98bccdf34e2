import { domainToASCII } from 'node:url';
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
  const isAllowed = nameMatcher(patterns.map(asWritten));
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
      if (!origins.has(url.origin) && !isAllowed(namesOf(url))) throw refused(request);
      return http.get(request);
    },
  };
}

/** A pattern as addresses spell their hosts: letters beyond ASCII in Punycode (RFC 3492), without a last dot. */
function asWritten(pattern: string): string {
  const mark = pattern.startsWith('!') ? '!' : '';
  const labels = pattern
    .slice(mark.length)
    .replace(/\.+(?=:[\d*?]+$|$)/, '')
    .split('.');
  return (
    mark + labels.map((label) => (/[^\0-\x7f]/.test(label) ? domainToASCII(label) || label : label)).join('.')
  );
}

/** An IPv4 address that is written as one of IPv6 (RFC 4291, 2.5.5.2), as the URL parser leaves it. */
const MAPPED_IPV4 = /^\[::ffff:([\da-f]{1,4}):([\da-f]{1,4})\]$/;

/** All names by which an address may be told: each with its port and without, and without a last dot. */
function namesOf({ hostname, port, protocol }: URL): readonly string[] {
  const plain = hostname.replace(/\.+$/, '');
  const number = port !== '' ? port : DEFAULT_PORTS[protocol];
  const mapped = MAPPED_IPV4.exec(plain);
  const hosts = mapped === null ? [plain] : [plain, dotted(mapped[1] ?? '', mapped[2] ?? '')];
  return hosts.flatMap((host) => (number === undefined ? [host] : [host, `${host}:${number}`]));
}

const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

function dotted(...halves: readonly string[]): string {
  return halves
    .flatMap((half) => [Number.parseInt(half, 16) >> 8, Number.parseInt(half, 16) & 255])
    .join('.');
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
