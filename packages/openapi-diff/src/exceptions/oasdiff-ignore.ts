import type { Exception } from './exceptions-file.ts';

/** A line of another tool's ignore list that no exception can be made of. */
export interface UnreadableLine {
  readonly line: number;
  readonly text: string;
}

/** What became of an ignore list. */
export interface ImportedIgnoreList {
  readonly exceptions: readonly Exception[];
  readonly unreadable: readonly UnreadableLine[];
}

/** `GET /a/b`, wherever it stands in the line. */
const OPERATION = /\b(GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE)\s+(\/\S*)/i;

/**
 * Makes exceptions of an ignore list as oasdiff reads it (`--err-ignore`, `--warn-ignore`): a
 * line for each accepted change, with the method, the path and the words of its report. The
 * words can't be compared with ours, so a line must hold the id of a check, in brackets as
 * oasdiff prints it or bare; a line without one is handed back.
 *
 * @param isKnown whether a word is the id of a check
 */
export function importIgnoreList(text: string, isKnown: (id: string) => boolean): ImportedIgnoreList {
  const exceptions: Exception[] = [];
  const unreadable: UnreadableLine[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const id = line.split(/[\s[\],]+/).find((word) => isKnown(word)) ?? null;
    const [, method, path] = OPERATION.exec(line) ?? [];
    if (id === null) {
      unreadable.push({ line: index + 1, text: line });
      continue;
    }
    exceptions.push({
      line: index + 1,
      id,
      operation: method === undefined || path === undefined ? null : `${method.toUpperCase()} ${path}`,
      place: null,
      fingerprint: null,
      document: null,
      reason: `accepted in line ${index + 1} of an imported ignore list`,
      expires: null,
    });
  }
  return { exceptions, unreadable };
}
