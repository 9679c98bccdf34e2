import { BlockList, isIP } from 'node:net';
import { RequestError } from './request-error.ts';
import { quoted } from './words.ts';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** Whether a URL leads to this machine itself. */
export function isLoopback(url: URL): boolean {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const version = isIP(host);
  return version === 0 ? host === 'localhost' : LOOPBACK.check(host, version === 6 ? 'ipv6' : 'ipv4');
}

/**
 * Gives the URL that a text from outside names: https, or http on loopback alone, without
 * a user or a password. `named` says where the text stood, for the message.
 *
 * @throws RequestError URL_REFUSED
 */
export function addressOf(text: string, named: string): URL {
  if (!URL.canParse(text)) {
    throw refused(`${named} is no URL${text === '' ? ': it is empty' : ''}.`, 'A URL begins with https://.');
  }
  const url = new URL(text);
  url.hash = '';
  assertAddress(url, named);
  return url;
}

/** As `addressOf`, of a URL. */
export function assertAddress(url: URL, named: string): void {
  if (url.username !== '' || url.password !== '') {
    throw refused(
      `${named} holds a user name or a password, which is not accepted: ${printed(url)}.`,
      'Leave out what stands before the @.',
    );
  }
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))) return;
  const scheme = url.protocol.slice(0, -1);
  throw refused(
    `${named} begins with ${quoted(scheme)}, and only https is asked (http on this machine alone): ${printed(url)}.`,
    'Use the https address.',
  );
}

/** Gives a URL as it may be printed: without its query, its user and its password, at most so long. */
export function printed(url: URL): string {
  const bare = `${url.protocol}//${url.host}${url.pathname}`;
  return bare.length > 300 ? `${bare.slice(0, 300)}…` : bare;
}

function refused(message: string, hint: string): RequestError {
  return new RequestError('URL_REFUSED', message, { hint });
}
