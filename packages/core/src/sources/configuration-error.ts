import { XanoSpecsError } from '../http/errors.ts';

/** The stable codes of what can be wrong before the first request. */
export type ConfigurationErrorCode =
  /** No credential in the environment. */
  | 'NO_CREDENTIAL'
  /** Credentials of both APIs in the environment. */
  | 'TWO_CREDENTIALS'
  /** A credential that can't be one: it holds a space or a line break. */
  | 'BAD_CREDENTIAL'
  /** A setting that the chosen source doesn't have. */
  | 'WRONG_SOURCE'
  /** Two instances by URL that a snapshot could not tell apart. */
  | 'SAME_INSTANCE';

/** The settings don't allow a run; nothing was asked of anyone. */
export class ConfigurationError extends XanoSpecsError {
  override readonly name: string = 'ConfigurationError';
  declare readonly code: ConfigurationErrorCode;

  constructor(code: ConfigurationErrorCode, message: string, hint: string) {
    super(code, message, { hint });
  }
}
