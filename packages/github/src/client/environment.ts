import { GitHubError } from '../errors/github-error.ts';

/** The environment variables of a run, as `process.env` holds them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where GitHub is: github.com, an Enterprise Server or GHE.com. No URL ends with a slash. */
export interface GitHubUrls {
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  readonly serverUrl: string;
}

/** A repository by its two names. */
export interface RepositoryName {
  readonly owner: string;
  readonly repo: string;
}

/** `owner/name`; neither may be a step in a path. */
export const REPOSITORY_NAME = /^(?!\.{1,2}\/)[\w.-]+\/(?!\.{1,2}$)[\w.-]+$/;

/**
 * GitHub's URLs from GITHUB_API_URL, GITHUB_GRAPHQL_URL and GITHUB_SERVER_URL; those of github.com without them.
 * @throws GitHubError INVALID_ENVIRONMENT for a URL that is none, or is neither https nor a loopback address.
 */
export function gitHubUrls(env: Environment): GitHubUrls {
  const apiUrl = checkedUrl('GITHUB_API_URL', env.GITHUB_API_URL || 'https://api.github.com');
  return {
    apiUrl,
    graphqlUrl: checkedUrl('GITHUB_GRAPHQL_URL', env.GITHUB_GRAPHQL_URL || graphqlBeside(apiUrl)),
    serverUrl: checkedUrl('GITHUB_SERVER_URL', env.GITHUB_SERVER_URL || 'https://github.com'),
  };
}

/**
 * The repository that GITHUB_REPOSITORY names.
 * @throws GitHubError INVALID_ENVIRONMENT when it is missing or is not `owner/name`.
 */
export function repositoryOf(env: Environment): RepositoryName {
  const [owner, repo] = (env.GITHUB_REPOSITORY ?? '').split('/');
  if (owner === undefined || repo === undefined || !REPOSITORY_NAME.test(`${env.GITHUB_REPOSITORY}`)) {
    throw new GitHubError('INVALID_ENVIRONMENT', 'GITHUB_REPOSITORY does not name a repository.', {
      hint: 'Run this in a GitHub workflow, or set GITHUB_REPOSITORY to owner/name.',
    });
  }
  return { owner, repo };
}

/** An Enterprise Server has its GraphQL beside REST's version folder. https://docs.github.com/graphql/guides/forming-calls-with-graphql */
function graphqlBeside(apiUrl: string): string {
  return `${apiUrl.replace(/\/v3$/, '')}/graphql`;
}

function checkedUrl(name: string, value: string): string {
  const url = URL.parse(value);
  const loopback = url !== null && /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  const safe = url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && loopback));
  if (!safe || url.username !== '' || url.password !== '') {
    throw new GitHubError('INVALID_ENVIRONMENT', `${name} is not an https URL without a user name.`, {
      hint: `Set ${name} to GitHub's address, e.g. https://github.example.com/api/v3, or leave it out.`,
    });
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}
