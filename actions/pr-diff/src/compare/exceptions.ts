import { type Octokit, type RepositoryName, readFileAt } from '@xano-specs/github';
import { type Exception, ExceptionsFileError, parseExceptions } from '@xano-specs/openapi-diff';
import type { Note } from '../comment/context.ts';

/** The accepted changes of a file; null when there is no such file, or when it can't be used. */
export interface ReadExceptions {
  readonly exceptions: readonly Exception[] | null;
  readonly notes: readonly Note[];
}

/**
 * Reads the exceptions file of a commit. One that can't be used accepts nothing and is told of:
 * it would otherwise fail every pull request, the one that mends it included.
 */
export async function exceptionsAt(
  octokit: Octokit,
  repository: RepositoryName,
  { oid, path }: { readonly oid: string; readonly path: string },
): Promise<ReadExceptions> {
  const file = await readFileAt(octokit, { ...repository, ref: oid, path });
  if (file === null) return { exceptions: null, notes: [] };
  try {
    return { exceptions: await parseExceptions(new TextDecoder().decode(file.content), path), notes: [] };
  } catch (error) {
    if (!(error instanceof ExceptionsFileError)) throw error;
    const problems = error.problems.map(({ line, message }) => `line ${line}: ${message}`).join('; ');
    const text = `Nothing is accepted, since the file can't be used: ${problems}`;
    return { exceptions: null, notes: [{ kind: 'exceptions', about: path, text }] };
  }
}
