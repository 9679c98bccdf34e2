/**
 * Names, messages and descriptions come from outside, and whoever can name a file or an API
 * group could otherwise write into the log, the summary or a commit what is not theirs to say.
 */

/** Line breaks of any kind, terminal codes, marks that turn the direction of writing, invisible characters. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** The longest name that is shown. */
const LONGEST_NAME = 80;

/** A text as one line without anything that is not seen. */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(UNSAFE, ' ').trim();
}

/** A text in no more characters than `longest`, with an ellipsis in place of the rest where there is room for one. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  if (longest < 1) return '';
  return `${text
    .slice(0, longest - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, '')}…`;
}

/** A name as it is shown: one line, cut when it is long. */
export function shownName(name: string): string {
  return cut(oneLine(name), LONGEST_NAME) || '(no name)';
}

/**
 * A line for the log in which the runner sees no workflow command: it takes `::name::` at
 * the start of a line, after any white space, and `##[name]` anywhere in it.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export function logLine(text: string): string {
  const line = text.toWellFormed().replace(UNSAFE, ' ').replaceAll('##[', '## [');
  return line.trimStart().startsWith('::') ? `: ${line.trimStart().slice(1)}` : line;
}

/** A text inside a table cell of markdown: nothing in it is markdown, HTML or the end of the cell. */
export function cell(text: string): string {
  return oneLine(text).replace(
    /[^\p{L}\p{N}\p{M}\p{So}\p{Sc} ,.;'"()/…–—·-]/gu,
    (character) => `&#${character.codePointAt(0) ?? 0xfffd};`,
  );
}

/** A character that is not seen, and keeps two others from being read as one sign. */
const BREAK = '\u2060';

/**
 * A text inside a commit message. GitHub would notify whoever is mentioned there, close the
 * issues that it names, and skip the workflows when it says `[skip ci]`; git and GitHub would
 * read a line such as `Co-authored-by: …` as a statement about the commit.
 * https://docs.github.com/actions/managing-workflow-runs/skipping-workflow-runs
 * https://git-scm.com/docs/git-interpret-trailers
 */
export function commitText(text: string): string {
  return oneLine(text).replace(
    /^[\w-]+(?=\s*:)|^\((?=cherry picked from)|[@#]|\[(?=(?:skip|ci|no|actions)\s)|\b(?:GH-|skip-checks)(?=[\d:])|:(?=\/\/)/gi,
    (sign) => `${sign}${BREAK}`,
  );
}

/**
 * What GitHub would carry out if the body of a pull request became the message of a commit, as
 * it offers for squashes and merges. Code spans, which keep it from doing so in the body, are
 * nothing there.
 * https://docs.github.com/issues/tracking-your-work-with-issues/using-issues/linking-a-pull-request-to-an-issue
 */
const CARRIED_OUT =
  /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)(?=:?\s+(?:(?:[\w.-]+\/[\w.-]+)?#\d|GH-\d|https?:\/\/))|(?<!\w)@(?=\w)|\[(?=(?:skip|ci|no|actions)\s)|\bskip-checks(?=:)/gi;

/** A body of a pull request that closes, mentions and skips nothing as the message of a commit either. It may get longer. */
export function mergeText(body: string): string {
  return body.replace(CARRIED_OUT, (sign) => `${sign}${BREAK}`);
}
