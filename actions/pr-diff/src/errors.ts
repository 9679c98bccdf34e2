import { XanoSpecsError } from '@xano-specs/core';

/** The stable codes of what goes wrong in the action itself. */
export type ActionErrorCode =
  /** An input is missing or can't be used. */
  | 'INPUT_INVALID'
  /** The run does not say what is to be compared. */
  | 'NOTHING_TO_COMPARE'
  /** A file that was asked for is not there. */
  | 'FILE_MISSING'
  /** A file is only a pointer to what another place holds. */
  | 'FILE_ELSEWHERE'
  /** A document refers to a file that it may not refer to. */
  | 'PART_REFUSED'
  /** Nothing could be read from Xano. */
  | 'NOTHING_READ';

/** An error of the action; no report has been made when it is thrown. */
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
