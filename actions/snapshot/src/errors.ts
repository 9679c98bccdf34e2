import { XanoSpecsError } from '@xano-specs/core';

/** The stable codes of what goes wrong in the action itself. */
export type ActionErrorCode =
  /** An input is missing or can't be used. */
  | 'INPUT_INVALID'
  /** No branch is given, and the run does not say which one is meant. */
  | 'BRANCH_UNKNOWN'
  /** Nothing could be read from Xano. */
  | 'NOTHING_READ'
  /** A run can't be divided in this way: its matrix would not fit into an output. */
  | 'MATRIX_TOO_LARGE';

/** An error of the action; nothing has been committed when it is thrown. */
export class ActionError extends XanoSpecsError {
  override readonly name: string = 'ActionError';

  constructor(code: ActionErrorCode, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(code, message, options);
  }
}

/** The inputs of the action can't be used. */
export class InputError extends ActionError {
  override readonly name: string = 'InputError';

  constructor(message: string, options: { hint?: string } = {}) {
    super('INPUT_INVALID', message, options);
  }
}
