import { mask } from '../mask.ts';
import { holdsStandIn, isTemplate } from '../placeholder.ts';
import type { Detector, Finding } from './detector.ts';

/** The lengths that RFC 5321, section 4.5.3.1, allows before and after the sign. */
const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 255;

const LOCAL_END = /[\w.%+'-]{1,64}$/;
const DOMAIN_START = /^[A-Za-z0-9.-]{3,255}/;
const LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/** Domains that belong to nobody: those reserved by RFC 2606 and RFC 6761, and names that people use like them. */
const NOBODY =
  /(?:^|\.)(?:example|test|invalid|localhost|local|example\.(?:com|net|org|edu)|(?:your|my)?-?(?:domain|company|email|site)\.(?:com|net|org))$/i;

/** What ends a file name, not a domain: `icon@2x.png`, `package@latest.js`. */
const FILE_NAME = /\.(?:png|jpe?g|gif|svg|webp|ico|css|m?js|ts|json|ya?ml|html?|xml|pdf|zip|map)$/i;

/** Addresses that are no person's: they clone repositories, stay silent, or are there to try something. */
const NO_PERSON = /^(?:git|no-?reply|do-?not-?reply|test(?:er)?[._-]?(?:user|name|e?mail)?[._-]?\d*)$/i;

/** E-mail addresses at domains that may belong to somebody. */
export const detectEmails: Detector = (text) => {
  const findings: Finding[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const before = text.slice(Math.max(0, at - LONGEST_LOCAL), at);
    const written = LOCAL_END.exec(before)?.[0] ?? '';
    const local = written.replace(/^[.%+'-]+/, '');
    const domain = domainAt(text, at + 1);
    if (local === '' || domain === null || isTemplate(written) || isNobody(local)) continue;
    if (isUserInformation(text, at)) continue;
    const start = at - local.length;
    const end = at + 1 + domain.length;
    findings.push({ kind: 'email', start, end, preview: mask(text.slice(start, end)) });
  }
  return findings;
};

/** Whether the part before the sign is no person's. Names hold the letters of any word: only whole ones count. */
function isNobody(local: string): boolean {
  return NO_PERSON.test(local) || holdsStandIn(local) || new Set(local.toLowerCase()).size === 1;
}

function domainAt(text: string, start: number): string | null {
  const domain =
    DOMAIN_START.exec(text.slice(start, start + LONGEST_DOMAIN))?.[0].replace(/[.-]+$/, '') ?? '';
  const labels = domain.split('.');
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label))) return null;
  if (!/^[A-Za-z]{2,24}$/.test(labels.at(-1) ?? '') || NOBODY.test(domain) || FILE_NAME.test(domain))
    return null;
  return domain;
}

/** Whether the sign ends the user information of a URL, as in `https://user:password@host`. */
function isUserInformation(text: string, at: number): boolean {
  return /:\/\/[^/?#\s]*$/.test(text.slice(Math.max(0, at - LONGEST_DOMAIN), at));
}
