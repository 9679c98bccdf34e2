/** One thing that is wrong in an exceptions file. */
export interface ExceptionsProblem {
  readonly line: number;
  readonly message: string;
}

/** An exceptions file that can't be used; it names every problem with its line. */
export class ExceptionsFileError extends Error {
  readonly code = 'EXCEPTIONS_FILE_INVALID';
  override readonly name = 'ExceptionsFileError';
  readonly hint =
    'An entry has a reason and at least one of id, operation, place and fingerprint, and may have document and expires.';
  readonly problems: readonly ExceptionsProblem[];

  constructor(file: string, problems: readonly ExceptionsProblem[], cause?: unknown) {
    super(
      `${file} can't be used:\n${problems.map(({ line, message }) => `  line ${line}: ${message}`).join('\n')}`,
      { cause },
    );
    this.problems = problems;
  }
}
