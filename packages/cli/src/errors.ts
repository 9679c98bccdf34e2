import { isFileError, isSystemError, meaningOf } from './system-errors.ts';
import { safeText } from './terminal/safe-text.ts';
import type { Screen } from './terminal/screen.ts';

/** The codes of what can go wrong in the command itself; the packages below have codes of their own. */
export type CommandErrorCode =
  /** Options or arguments that mean nothing, or not together. */
  | 'USAGE'
  /** A file or folder that can't be read or written. */
  | 'FILE'
  /** Git is not there, or does not know the revision or the path. */
  | 'GIT';

/** What a person did or met that the command can't go on with; it says what to do next. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly code: CommandErrorCode;
  readonly hint: string;

  constructor(code: CommandErrorCode, message: string, hint: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.hint = hint;
  }
}

/** An error that was made for people: it has a code, and perhaps a hint. */
interface ToldError extends Error {
  readonly code: string;
  readonly hint: string | null;
}

/** Whether an error was made for people to read; anything else is a fault of ours. */
export function isTold(error: unknown): error is ToldError {
  return (
    error instanceof Error &&
    'hint' in error &&
    (typeof error.hint === 'string' || error.hint === null) &&
    'code' in error &&
    typeof error.code === 'string'
  );
}

/** Tells of an error on a screen: what happened, then what to do; the stacks with `debug` alone. */
export function tellError(error: unknown, screen: Screen, debug: boolean): void {
  const { red, dim } = screen.colours;
  const [message, hint] = wordsOf(error);
  screen.write(`${red('✗')} ${safeText(message).replaceAll('\n', '\n  ')}\n`);
  if (hint !== null) screen.write(`  ${safeText(hint).replaceAll('\n', '\n  ')}\n`);
  if (debug) screen.write(`${dim(safeText(stacksOf(error)))}\n`);
}

function wordsOf(error: unknown): [message: string, hint: string | null] {
  if (isTold(error)) return [error.message, error.hint];
  if (isFileError(error)) {
    return [`${error.path} can't be used: ${meaningOf(error)}.`, 'Mend that, or choose another place.'];
  }
  if (isSystemError(error)) {
    return [`A file can't be read or written: ${meaningOf(error)}.`, 'Mend that, and run the same again.'];
  }
  const message = error instanceof Error ? error.message : String(error);
  return [
    `xano-specs met a fault of its own: ${message}`,
    'Run the same again with --debug and report what it prints as an issue of the project.',
  ];
}

/** How many causes of causes are shown: nobody reads further. */
const DEEPEST_CAUSE = 5;

function stacksOf(error: unknown): string {
  const stacks: string[] = [];
  for (let one = error, depth = 0; one !== undefined && depth < DEEPEST_CAUSE; depth += 1) {
    stacks.push(one instanceof Error ? (one.stack ?? one.message) : String(one));
    one = one instanceof Error ? one.cause : undefined;
  }
  return stacks.join('\ncaused by: ');
}
