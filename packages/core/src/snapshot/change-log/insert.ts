/**
 * Below this line the newest section goes. People may move it, or take it away. It counts only as a line of
 * its own, which nothing that comes from a document can be.
 */
const MARKER = '<!-- xano-specs: the newest changes go below this line -->';

const INTRODUCTION = `# API changes

What changed in the API groups of Xano, newest first. It is written by xano-specs; what people write here stays.

${MARKER}
`;

/**
 * How long a change log may grow, in bytes, before its text goes to a file of its own. GitHub
 * shows the difference of a file up to 500 KB, and a file as a page up to some 2 MB:
 * https://docs.github.com/repositories/creating-and-managing-repositories/repository-limits
 */
export const LONGEST_CHANGE_LOG = 400_000;

/** A change log after a run. */
export interface UpdatedChangeLog {
  readonly text: string;
  /** What it held before, byte for byte, when that goes to a file of its own; else null. */
  readonly archived: string | null;
}

/**
 * Puts a section into a change log: below the marker, else above the first heading of the
 * second level, else at the end. Whatever else is in it stays byte for byte. One that would
 * grow too long is begun anew, if there is a file that takes the old text.
 * @param before the text as it is; null when there is no change log yet
 * @param archive the name of the file that may take the old text; null for none
 */
export function insertSection(
  before: string | null,
  section: string,
  archive: string | null,
): UpdatedChangeLog {
  if (before === null || before.trim() === '') {
    return { text: `${INTRODUCTION}\n${section}\n`, archived: null };
  }
  const text = inserted(before, section);
  if (archive === null || Buffer.byteLength(text) <= LONGEST_CHANGE_LOG) return { text, archived: null };
  return {
    text: `${INTRODUCTION}\n${section}\n\nOlder changes: [${archive}](${archive})\n`,
    archived: before,
  };
}

/** The line breaks are those that the file has. */
function inserted(before: string, section: string): string {
  const newline = /\r?\n/.exec(before)?.[0] ?? '\n';
  const lines = section.replaceAll('\n', newline);
  const shown = shownLines(before);
  const marker = shown.find(({ line }) => line.trimEnd() === MARKER);
  if (marker !== undefined) {
    const end = marker.index + marker.line.length + 1;
    const gap = end <= before.length ? newline : newline + newline;
    return `${before.slice(0, end)}${gap}${lines}${newline}${before.slice(end)}`;
  }
  const heading = shown.find(({ line }) => line.startsWith('## '))?.index;
  if (heading !== undefined) {
    return `${before.slice(0, heading)}${lines}${newline}${newline}${before.slice(heading)}`;
  }
  const gap = before.endsWith('\n') ? newline : newline + newline;
  return `${before}${gap}${lines}${newline}`;
}

interface Line {
  readonly index: number;
  readonly line: string;
}

/**
 * The lines that are neither code in a fence nor within a comment of several lines.
 * https://spec.commonmark.org/0.31.2/#fenced-code-blocks, https://spec.commonmark.org/0.31.2/#html-blocks
 */
function shownLines(text: string): Line[] {
  const shown: Line[] = [];
  let fence: string | null = null;
  let isComment = false;
  let index = 0;
  for (const line of text.split('\n')) {
    const [, marks = null, rest = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line.trimEnd()) ?? [];
    if (isComment) isComment = !line.includes('-->');
    else if (fence !== null) {
      if (marks?.startsWith(fence) && rest === '') fence = null;
    } else {
      fence = marks?.startsWith('`') && rest.includes('`') ? null : marks;
      if (fence === null) {
        shown.push({ index, line });
        isComment = /^ {0,3}<!--(?!.*-->)/.test(line.trimEnd());
      }
    }
    index += line.length + 1;
  }
  return shown;
}
