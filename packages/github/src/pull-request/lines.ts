/** A line, and where it begins in its text. */
export interface Line {
  readonly index: number;
  readonly line: string;
}

/** The lines of a text that are no code in a fence. */
export interface LinesOutsideFences {
  readonly shown: readonly Line[];
  /** Those below a fence that nothing closes, which GitHub shows as code to the end of the text. */
  readonly unclosed: readonly Line[];
}

/**
 * Tells the lines of a markdown text from those that it shows as fenced code.
 * https://spec.commonmark.org/0.31.2/#fenced-code-blocks
 */
export function linesOutsideFences(text: string): LinesOutsideFences {
  const shown: Line[] = [];
  let unclosed: Line[] = [];
  let fence: string | null = null;
  let index = 0;
  for (const line of text.split('\n')) {
    if (fence === null) {
      fence = openedBy(line);
      if (fence === null) shown.push({ index, line });
    } else if (closes(line, fence)) {
      fence = null;
      unclosed = [];
    } else {
      unclosed.push({ index, line });
    }
    index += line.length + 1;
  }
  return { shown, unclosed };
}

function openedBy(line: string): string | null {
  return /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1] ?? null;
}

function closes(line: string, fence: string): boolean {
  return /^ {0,3}(`+|~+)\s*$/.exec(line)?.[1]?.startsWith(fence) === true;
}
