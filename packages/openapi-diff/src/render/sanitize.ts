/**
 * Characters that a terminal, a log or a reader could be deceived by: control characters
 * (ANSI escapes begin with one), marks that turn the direction of writing, invisible
 * characters, and line breaks of any kind. Lone surrogates are replaced by `toWellFormed`.
 */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** One line of text that is safe to print anywhere: what is unsafe is shown as `\u{1b}`. */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(UNSAFE, escaped);
}

/** The same for JSON text, where the escape must stay valid within a string. */
export function safeJson(json: string): string {
  return json
    .toWellFormed()
    .replace(UNSAFE, (character) =>
      [...character.split('')]
        .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .join(''),
    );
}

/** A text cut after so many characters, never inside one, with an ellipsis in place of the rest. */
export function cut(text: string, longest: number): string {
  return text.length <= longest
    ? text
    : `${text
        .slice(0, Math.max(0, longest - 1))
        .toWellFormed()
        .replace(/\uFFFD$/, '')}…`;
}
