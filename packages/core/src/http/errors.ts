/**
 * Every error that a person may see. It says what happened, where, and what to do next.
 *
 * `code` is stable and documented; `hint` is the next step; `cause` is what went wrong
 * underneath. No message, hint or cause holds a secret: URLs stand without their query.
 */
export class XanoSpecsError extends Error {
  override readonly name: string = 'XanoSpecsError';
  readonly code: string;
  readonly hint: string | null;

  constructor(code: string, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hint = options.hint ?? null;
  }
}
