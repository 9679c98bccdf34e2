import { oneLine } from '@xano-specs/github';

/** The longest text of a note and of a name in it. */
const LONGEST_TEXT = 300;

/** A text that comes from outside as a code span: nothing in it is a mention, a link, HTML or markdown. */
export function code(text: string, longest = LONGEST_TEXT): string {
  const line = oneLine(text).replaceAll('`', "'");
  const shown = line.length > longest ? `${line.slice(0, longest - 1).toWellFormed()}…` : line;
  return shown.trim() === '' ? '`(no name)`' : `\`${shown}\``;
}

/** The first characters of a commit's name, as GitHub shows them. */
export function shortOid(oid: string): string {
  return oid.slice(0, 7);
}
