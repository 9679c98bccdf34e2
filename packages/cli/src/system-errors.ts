/** What the codes of the system mean, in words. */
const MEANINGS: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  EEXIST: 'something else stands there already',
  ENOTDIR: 'a part of its path is a file',
  EISDIR: 'it is a folder',
  EACCES: 'its permissions do not allow it',
  EPERM: 'the system does not allow it',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  ELOOP: 'its symbolic links lead round in a circle',
  EMFILE: 'too many files are open',
};

/** What a failed call to the file system means, in words. */
export function meaningOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return MEANINGS[code] ?? (error instanceof Error ? error.message : String(error));
}

/** Whether an error is one of the file system, about a path. */
export function isFileError(error: unknown): error is Error & { readonly path: string } {
  return error instanceof Error && 'syscall' in error && 'path' in error && typeof error.path === 'string';
}

/** Whether an error is one of the file system that names no path, as of a file that was opened before. */
export function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && 'code' in error && String(error.code) in MEANINGS;
}
