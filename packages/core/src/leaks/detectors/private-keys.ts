import { mask } from '../mask.ts';
import type { Detector, Finding } from './detector.ts';

const BEGIN = /-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----/g;
const END = /-----END [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----/g;

/** Private keys in PEM, up to their end or that of the string. A header alone is no key. */
export const detectPrivateKeys: Detector = (text) => {
  const findings: Finding[] = [];
  let from = 0;
  while (from < text.length) {
    BEGIN.lastIndex = from;
    const begin = BEGIN.exec(text);
    if (begin === null) break;
    END.lastIndex = BEGIN.lastIndex;
    const end = END.exec(text) === null ? text.length : END.lastIndex;
    const body = text.slice(begin.index + begin[0].length, end);
    if (/[A-Za-z0-9+/=]{20}/.test(body)) {
      findings.push({
        kind: 'private-key',
        start: begin.index,
        end,
        preview: mask(text.slice(begin.index, end)),
      });
    }
    from = end;
  }
  return findings;
};
