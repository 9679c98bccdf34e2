import { SnapshotError } from '../errors.ts';
import { MAX_TEXT_LENGTH } from '../limits.ts';

/** For a document whose text would be longer than MAX_TEXT_LENGTH. */
export function documentTooLarge(): SnapshotError {
  return new SnapshotError(
    'DOCUMENT_TOO_LARGE',
    `The document is longer than ${MAX_TEXT_LENGTH / 1024 / 1024} million characters once written out.`,
    { hint: 'Split the API group in Xano, or leave it out with a filter.' },
  );
}
