import { XanoSpecsError } from '../http/errors.ts';

/** The stable codes of what can go wrong with a snapshot. */
export type SnapshotErrorCode =
  /** A document nests deeper than the limit, or contains itself. */
  | 'DOCUMENT_TOO_DEEP'
  /** A document's text is longer than the limit, or than its format can be written with. */
  | 'DOCUMENT_TOO_LARGE'
  /** A document holds a value that JSON can't express. */
  | 'DOCUMENT_NOT_JSON'
  /** The manifest is no manifest: broken JSON, a wrong shape, a path that leads out of the folder. */
  | 'MANIFEST_UNREADABLE'
  /** The manifest was written by a newer version. */
  | 'MANIFEST_NEWER'
  /** The run would remove more files than it may. */
  | 'TOO_MANY_REMOVALS'
  /** The account holds none of the instances that the snapshot was made from. */
  | 'ANOTHER_ACCOUNT'
  /** A file that no snapshot wrote stands where this one would write. */
  | 'PATH_TAKEN'
  /** A symbolic link, or something else that is no plain folder or file, stands in the way. */
  | 'PATH_NOT_PLAIN'
  /** A change log that is to be written on is in another encoding than UTF-8. */
  | 'WRONG_ENCODING'
  /** A document holds a credential of the run itself. */
  | 'CREDENTIAL_IN_DOCUMENT'
  /** The text of a document that was fetched is gone before it was written. */
  | 'DOCUMENT_LOST'
  /** Another run is writing the same folder. */
  | 'FOLDER_BUSY';

/** An error of the snapshot; nothing has been written when it is thrown. */
export class SnapshotError extends XanoSpecsError {
  override readonly name: string = 'SnapshotError';

  constructor(code: SnapshotErrorCode, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(code, message, options);
  }
}
