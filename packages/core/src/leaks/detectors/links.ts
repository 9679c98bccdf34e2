import { mask } from '../mask.ts';
import { isPlaceholder } from '../placeholder.ts';
import type { Detector, Finding } from './detector.ts';

/** The characters that a URL in running text is made of; braces begin a template, quotes end the URL. */
const URL_START = /^[!#$%&'*+,\-./0-9:;=?@A-Za-z_~]*/;

/** How much of a URL is looked at. */
const LONGEST_URL = 8192;

/** Parameters whose value opens what the URL points to: those of S3, Google Storage and Azure, and plain names. */
const SECRET_PARAMETER =
  /^(?:x-amz-(?:signature|credential|security-token)|x-goog-(?:signature|credential)|sig|sign|signature|hmac|jwt|secret|client_secret|password|(?:x-)?api[_-]?key|(?:access|auth|id|refresh|session)?[_-]?token)$/i;

/** Shorter values sign nothing. */
const SHORTEST_VALUE = 8;

/** Links that carry their own permission: signed ones, ones with a token, ones with a password. */
export const detectLinks: Detector = (text) => {
  const findings: Finding[] = [];
  let from = 0;
  for (let mark = text.indexOf('://'); mark !== -1; mark = text.indexOf('://', from)) {
    const start = mark + 3;
    const url = URL_START.exec(text.slice(start, start + LONGEST_URL))?.[0] ?? '';
    from = start + url.length;
    findings.push(...passwordOf(url, start), ...parametersOf(url, start));
  }
  return findings;
};

function passwordOf(url: string, offset: number): Finding[] {
  const authority = url.split(/[/?#]/, 1)[0] ?? '';
  const at = authority.lastIndexOf('@');
  const colon = authority.indexOf(':');
  if (at === -1 || colon === -1 || colon > at) return [];
  const password = authority.slice(colon + 1, at);
  if (password === '' || isPlaceholder(decoded(password))) return [];
  return [{ kind: 'url-password', start: offset + colon + 1, end: offset + at, preview: hidden(password) }];
}

function parametersOf(url: string, offset: number): Finding[] {
  const query = url.indexOf('?');
  if (query === -1) return [];
  const findings: Finding[] = [];
  let start = query + 1;
  for (const part of url.slice(start).split(/[&;#]/)) {
    const equals = part.indexOf('=');
    const name = part.slice(0, Math.max(0, equals));
    // What ends a sentence is no part of the value.
    const value = part.slice(equals + 1).replace(/[.,:!?']$/, '');
    if (SECRET_PARAMETER.test(name) && value.length >= SHORTEST_VALUE && !isPlaceholder(decoded(value))) {
      const begin = offset + start + equals + 1;
      findings.push({
        kind: 'signed-link',
        start: begin,
        end: begin + value.length,
        preview: mask(value),
        parameter: name,
      });
    }
    start += part.length + 1;
  }
  return findings;
}

/** What percent-encoding stands for, without the blank between a scheme and its token; a text that is none stays. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text).trim();
  } catch {
    return text;
  }
}

function hidden(password: string): string {
  return `•••• (${password.length} characters)`;
}
