const LONGEST_NAME = 120;

/**
 * A name or value out of a document, as a code span that nothing can break out of: one line,
 * no backtick of its own, control and direction-changing characters shown as escapes, cut
 * after 120 characters. All text of documents in a message passes through here, so that what
 * stands outside of code spans is always ours.
 */
export function code(text: string): string {
  const shown = inCode(text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME).toWellFormed()}…` : text);
  return shown.trim() === '' ? `\`"${shown}"\`` : `\`${shown}\``;
}

/** A text as it stands in a code span, whole and without its backticks. */
export function inCode(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('`', "'")
    .replace(
      /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
      (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
    );
}

/** How many parts of a list are named. */
export const MOST_NAMED = 5;

/** "a", "a and b", "a, b and c"; beyond `most`, "a, b, c and 4 more". Of a list of `count`, the first may do. */
export function list(parts: readonly string[], most = MOST_NAMED, count = parts.length): string {
  if (count > most + 1) return `${parts.slice(0, most).join(', ')} and ${count - most} more`;
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
