/** Which mutants no test can or should notice: by file, a part of the line, and what is changed into what, where that matters. */
export interface Equivalent {
  readonly file: string;
  readonly line: string;
  readonly before?: string | RegExp;
  readonly after?: string;
  readonly why: string;
}

export const FASTER = 'a short way for what the long way does too';
export const ORDER = 'which of several is looked at first; the answer is the same';
export const TYPES = 'for the compiler alone; the case is not there';
