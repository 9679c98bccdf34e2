import { SnapshotError } from './errors.ts';

/** The text with its byte order mark, so that it is written back as it was. */
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Gives the text of a file beside the manifest, which people may have written in any editor.
 * What is decoded with replacement characters would be written back with them.
 *
 * @throws SnapshotError WRONG_ENCODING
 */
export function companionText(path: string, bytes: Uint8Array): string {
  // UTF-16 without a byte order mark is valid UTF-8, with a NUL in every other place.
  if (bytes.includes(0)) throw notUtf8(path);
  try {
    return UTF8.decode(bytes);
  } catch {
    throw notUtf8(path);
  }
}

function notUtf8(path: string): SnapshotError {
  return new SnapshotError(
    'WRONG_ENCODING',
    `${path} in the snapshot folder is no text in UTF-8, and writing into it would damage what it holds. Nothing was changed.`,
    { hint: 'Save it as UTF-8 in an editor, or move it away, and run again.' },
  );
}
