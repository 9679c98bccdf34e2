import type { PreparedSnapshot } from '@xano-specs/core';
import { GitHubError } from '@xano-specs/github';
import { joinPath } from './result.ts';
import { sentence } from './words.ts';

/** Files that an error names. */
const NAMED_FILES = 5;

/**
 * An error of the commit, with what the commit would have changed, and with a way around a
 * branch that does not take it; any other error as it is.
 */
export function explainCommitError(
  error: unknown,
  prepared: PreparedSnapshot | null,
  { branch, directory }: { readonly branch: string; readonly directory: string },
): unknown {
  if (!(error instanceof GitHubError) || prepared === null || !prepared.changed) return error;
  const { code, hint, cause } = error;
  const said = sentence(error.message.trim().replaceAll(/\s+/g, ' '));
  const message = `${said} ${wouldChange(prepared, directory)}`;
  if (code !== 'BRANCH_PROTECTED') return new GitHubError(code, message, { hint, cause });
  return new GitHubError(code, `${branch} is protected and did not take the commit. ${message}`, {
    hint:
      'Let the token pass the rule: add its GitHub App to the bypass list under Settings, Rules, Rulesets ' +
      '(or Settings, Branches, for classic protection; GITHUB_TOKEN can be on neither). Or commit to a ' +
      'branch without rules with the input branch, and open a pull request from it.',
    cause,
  });
}

function wouldChange({ additions, deletions }: PreparedSnapshot, directory: string): string {
  const paths = [...additions.map(({ path }) => path), ...deletions].map((path) => joinPath(directory, path));
  const named = paths.slice(0, NAMED_FILES).join(', ');
  const more = paths.length - NAMED_FILES;
  const files = paths.length === 1 ? '1 file' : `${paths.length.toLocaleString('en-US')} files`;
  return `The commit would have changed ${files}: ${named}${more > 0 ? ` and ${more.toLocaleString('en-US')} more` : ''}.`;
}
