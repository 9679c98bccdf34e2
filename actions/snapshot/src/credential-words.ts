import { ACCESS_TOKEN_VARIABLE, DEVELOPER_API_KEY_VARIABLE } from '@xano-specs/core';
import { GitHubError, gitHubUrls, repositoryOf } from '@xano-specs/github';
import { linksOf } from './links.ts';
import type { Result } from './result.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What core says beside the variables, for whoever reads it in a workflow: there, it is all that is said. */
const ASIDE = /; in a workflow, give it to the input [\w-]+ instead/g;

/** A text of core, which speaks of the variables of the command, in the words of the action's inputs. */
export function inWorkflow(text: string): string {
  return text
    .replaceAll(ASIDE, '')
    .replaceAll(ACCESS_TOKEN_VARIABLE, 'xano-access-token')
    .replaceAll(DEVELOPER_API_KEY_VARIABLE, 'xano-developer-api-key');
}

/** The result, which says where in the repository a credential is to be put, if it says that one is. */
export function withPlaceOfSecrets(result: Result, env: Environment): Result {
  const page = pageOfSecrets(env);
  if (page === null) return result;
  const placed = (hint: string) =>
    /put it into xano-/i.test(hint)
      ? `${hint} Its value is a secret of this repository, under Settings, Secrets and variables, Actions: ${page}`
      : hint;
  const { error, warnings } = result;
  return {
    ...result,
    error: error === null || error.hint === null ? error : { ...error, hint: placed(error.hint) },
    warnings: warnings.map((warning) => ({ ...warning, hint: placed(warning.hint) })),
  };
}

function pageOfSecrets(env: Environment): string | null {
  try {
    return linksOf(repositoryOf(env), gitHubUrls(env).serverUrl, env).secrets;
  } catch (error) {
    if (error instanceof GitHubError) return null;
    throw error;
  }
}
