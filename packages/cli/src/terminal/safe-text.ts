/**
 * Characters that could deceive whoever reads a terminal: control characters (ANSI escapes
 * begin with one), marks that turn the direction of writing, and invisible characters.
 */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text from outside, safe to print: what could steer a terminal is shown as `\u{1b}`; line breaks stay. */
export function safeText(text: string): string {
  return text.toWellFormed().replace(UNSAFE, (character) => (character === '\n' ? '\n' : escaped(character)));
}

/** A name from outside as part of a line: as {@link safeText}, line breaks included. */
export function safeLine(text: string): string {
  return text.toWellFormed().replace(UNSAFE, escaped);
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
