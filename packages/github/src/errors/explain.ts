import { errorFacts, readable } from './facts.ts';
import { FAILURES } from './failures.ts';
import { GitHubError, type GitHubErrorCode } from './github-error.ts';

/** An error in words for people: what happened, and what to do next. */
export interface Explanation {
  readonly code: GitHubErrorCode;
  readonly what: string;
  readonly hint: string;
}

/**
 * Says in plain words what an error of octokit means and which setting mends it. Whatever is
 * thrown gives an answer, and no answer holds the token.
 */
export function explainGitHubError(error: unknown): Explanation {
  if (error instanceof GitHubError) return { code: error.code, what: error.message, hint: error.hint };
  const facts = errorFacts(error);
  if (facts === null) {
    return {
      code: 'UNEXPECTED',
      what: readable(error instanceof Error ? error.message : String(error)),
      hint: 'This is not an answer of GitHub. Please report it with the log of this run.',
    };
  }
  const failure = FAILURES.find(({ known }) => known(facts));
  if (failure !== undefined) {
    return {
      code: failure.code,
      what: `${failure.means}: ${sentence(facts.message)}`,
      hint: failure.hint(facts),
    };
  }
  return {
    code: 'REFUSED',
    what: `GitHub refused a request with status ${facts.status}: ${sentence(facts.message)}`,
    hint: 'GitHub names the field that it does not accept; check the input of this workflow that it comes from.',
  };
}

/** What GitHub says, with an end, since a hint follows it. */
function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/**
 * Carries out a call and turns its error into one that people can act on; `doing` says what was
 * tried, as in "could not <doing>".
 * @throws GitHubError
 */
export async function gitHubCall<Value>(doing: string, call: () => Promise<Value>): Promise<Value> {
  try {
    return await call();
  } catch (error) {
    throw gitHubError(doing, error);
  }
}

/** The GitHubError for whatever was thrown; one that is explained already stays as it is. */
export function gitHubError(doing: string, error: unknown): GitHubError {
  if (error instanceof GitHubError) return error;
  const { code, what, hint } = explainGitHubError(error);
  return new GitHubError(code, `Could not ${doing}. ${what}`, { hint, cause: error });
}
