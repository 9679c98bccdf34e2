/** One side of a comparison, wherever its documents are kept. */
export interface Side extends AsyncDisposable {
  /** As the user wrote it, and as reports call it. */
  readonly name: string;
  readonly kind: 'document' | 'folder';
  /** The folder that references may not leave, where it is another one than the working directory. */
  readonly root?: string;
  /** The documents of a folder, by their path in it, sorted; one empty path for a single document. */
  list(): Promise<readonly string[]>;
  /** What reports call a document of this side. */
  uriOf(path: string): string;
  /** The text of a document, or of a file that one refers to, by its URI. */
  readonly load: (uri: string) => Promise<string>;
}

/** The extensions of OpenAPI documents. */
const EXTENSION = /\.(?:json|ya?ml)$/i;

/** Folders that hold other people's files. */
const FOREIGN_FOLDERS = ['node_modules'];

/** Whether a folder of this name is looked into. */
export function isOwnFolder(name: string): boolean {
  return !name.startsWith('.') && !FOREIGN_FOLDERS.includes(name);
}

/** Whether a file of a folder, by its path in it, may be a document. */
export function mayBeDocument(path: string): boolean {
  const folders = path.split('/').slice(0, -1);
  return EXTENSION.test(path) && folders.every(isOwnFolder);
}

/** The paths of a folder's documents in a fixed order. */
export function inOrder(paths: readonly string[]): string[] {
  return paths.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
