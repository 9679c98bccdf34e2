import { XanoSpecsError } from '../http/errors.ts';

export type ShareErrorCode =
  /** A share of the work, as it is handed to a job, is none. */
  | 'SHARE_UNREADABLE'
  /** The plan of a divided run is missing, or is none. */
  | 'SHARE_PLAN_UNREADABLE'
  /** A job left nothing behind, or nothing that can be used. */
  | 'SHARE_MISSING'
  /** An instance that a job was to fetch was no longer listed when it asked. */
  | 'SHARE_INSTANCE_UNLISTED'
  /** A document did not come through as it was fetched. */
  | 'SHARE_DOCUMENT_LOST';

/** Something that the jobs of a divided run hand to each other is not as it has to be. */
export class ShareError extends XanoSpecsError {
  override readonly name: string = 'ShareError';

  constructor(code: ShareErrorCode, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(code, message, options);
  }
}
