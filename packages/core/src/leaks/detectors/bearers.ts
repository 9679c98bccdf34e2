import { mask } from '../mask.ts';
import { isPlaceholder } from '../placeholder.ts';
import type { Detector } from './detector.ts';

/** RFC 6750, section 2.1; a token of fewer characters is a word of the sentence. */
const BEARER = /(?<![A-Za-z])bearer ([\w.~+/=-]{16,4096})/gi;

/** Tokens that follow the word Bearer. */
export const detectBearers: Detector = (text) => {
  if (!/bearer /i.test(text)) return [];
  return Array.from(text.matchAll(BEARER)).flatMap(({ 0: whole, 1: token = '', index }) =>
    /\d/.test(token) && /[A-Za-z]/.test(token) && !isPlaceholder(token)
      ? [
          {
            kind: 'bearer' as const,
            start: index + whole.length - token.length,
            end: index + whole.length,
            preview: mask(token),
          },
        ]
      : [],
  );
};
