/** The stable codes of what keeps a site from being built. */
export type SiteErrorCode =
  /** The history holds no manifest of a snapshot. */
  | 'NO_MANIFEST'
  /** The folder holds files that no build of a site has left there. */
  | 'FOLDER_TAKEN'
  /** What the last build remembered can't be read. */
  | 'STATE_UNREADABLE';

/** Why no site was built, and what to do about it. */
export class SiteError extends Error {
  override readonly name = 'SiteError';
  readonly code: SiteErrorCode;
  readonly hint: string;

  constructor(code: SiteErrorCode, message: string, hint: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.hint = hint;
  }
}
