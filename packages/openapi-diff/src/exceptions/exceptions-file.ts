import type { Json } from '../read/document.ts';
import { ExceptionsFileError, type ExceptionsProblem } from './errors.ts';

/** Where a repository keeps its exceptions file. */
export const EXCEPTIONS_PATH = '.xano-specs/exceptions.yml';

/** The longest exceptions file that is read, in characters. */
const LONGEST_FILE = 1_000_000;

/** One accepted change: all that it names must match. */
export interface Exception {
  /** Its line in the file. */
  readonly line: number;
  readonly id: string | null;
  /** `GET /book/{id}`; names of path parameters don't matter, `*` and `**` are wildcards in both halves. */
  readonly operation: string | null;
  /** A JSON pointer: what stands there or below, on either side. */
  readonly place: string | null;
  readonly fingerprint: string | null;
  /** The name of a document, with `*` and `**` as wildcards; any document where it is null. */
  readonly document: string | null;
  readonly reason: string;
  /** The last day on which it holds, as `YYYY-MM-DD`. */
  readonly expires: string | null;
}

/**
 * Reads an exceptions file, YAML or JSON.
 *
 * @param file what errors call it
 * @throws ExceptionsFileError with every problem of the file and its line
 */
export async function parseExceptions(text: string, file: string = EXCEPTIONS_PATH): Promise<Exception[]> {
  if (text.length > LONGEST_FILE) {
    throw new ExceptionsFileError(file, [
      { line: 1, message: `it is longer than ${LONGEST_FILE} characters` },
    ]);
  }
  const value = await load(text, file);
  if (value === null || value === undefined) return [];
  const { exceptionsSchema } = await import('./exceptions-schema.ts');
  const lineOf = await lines(text, value);
  const result = exceptionsSchema.safeParse(value);
  if (!result.success) {
    const problems = result.error.issues.map(
      ({ path, message }): ExceptionsProblem => ({ line: lineOf(path), message: withPath(path, message) }),
    );
    throw new ExceptionsFileError(
      file,
      problems.sort((a, b) => a.line - b.line),
    );
  }
  return result.data.exceptions.map((entry, index) => ({
    line: lineOf(['exceptions', index]),
    id: entry.id ?? null,
    operation: entry.operation ?? null,
    place: entry.place ?? null,
    fingerprint: entry.fingerprint ?? null,
    document: entry.document ?? null,
    reason: entry.reason,
    expires: entry.expires ?? null,
  }));
}

async function load(text: string, file: string): Promise<Json | undefined> {
  const { load: loadYaml, YAMLException } = await import('js-yaml');
  if (/^(?:\s*(?:#.*)?\n)*\s*(?:#.*)?$/.test(text)) return undefined;
  try {
    return loadYaml(text, { maxAliases: 0 }) as Json;
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw new ExceptionsFileError(
      file,
      [{ line: (error.mark?.line ?? 0) + 1, message: `it is no YAML: ${error.reason}` }],
      error,
    );
  }
}

async function lines(text: string, root: Json): Promise<(path: readonly PropertyKey[]) => number> {
  const { locateYaml } = await import('../read/positions-yaml.ts');
  const { nearestPosition, wantedTree } = await import('../read/positions-wanted.ts');
  const pointers = new Set<string>();
  const walk = (value: Json, pointer: string, depth: number): void => {
    pointers.add(pointer);
    if (value === null || typeof value !== 'object' || depth === 0) return;
    for (const [key, child] of Object.entries(value))
      walk(child, `${pointer}/${escapeToken(key)}`, depth - 1);
  };
  walk(root, '', 3);
  const wanted = wantedTree([...pointers]);
  locateYaml({ uri: '', version: '3.1', format: 'yaml', text, root }, wanted);
  return (path) => nearestPosition(wanted, path.map((key) => `/${escapeToken(String(key))}`).join('')).line;
}

function escapeToken(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1');
}

function withPath(path: readonly PropertyKey[], message: string): string {
  const name = path.at(-1);
  return typeof name === 'string' && name !== 'exceptions' ? `${name}: ${message}` : message;
}
