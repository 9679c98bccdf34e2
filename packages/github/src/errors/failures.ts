import { CREATED_BLOB_LIMIT } from '../limits.ts';
import type { ErrorFacts } from './facts.ts';
import type { GitHubErrorCode } from './github-error.ts';

/** One way in which GitHub refuses: how it is known, what it means, and what to do. */
export interface Failure {
  readonly code: GitHubErrorCode;
  readonly means: string;
  readonly known: (facts: ErrorFacts) => boolean;
  readonly hint: (facts: ErrorFacts) => string;
}

/** Every failure that is told apart. The first that is known counts, so what is special stands first. */
export const FAILURES: readonly Failure[] = [
  {
    code: 'BAD_CREDENTIALS',
    means: 'GitHub does not accept the token',
    known: ({ status }) => status === 401,
    hint: () => 'Pass a valid token as `token`. An own token may have expired or been revoked.',
  },
  {
    code: 'PULL_REQUESTS_NOT_PERMITTED',
    means: 'GitHub Actions may not create pull requests in this repository',
    known: ({ message }) => /not permitted to create or approve pull requests/i.test(message),
    hint: () =>
      'Switch on "Allow GitHub Actions to create and approve pull requests" under Settings, Actions, General, ' +
      'Workflow permissions, of the repository or its organisation; or pass the token of a GitHub App or a person.',
  },
  {
    code: 'RATE_LIMITED',
    means: "GitHub's rate limit is used up, and waiting for it would take too long",
    known: ({ status, message, types, headers }) =>
      types.includes('RATE_LIMITED') ||
      /secondary rate limit|API rate limit exceeded/i.test(message) ||
      status === 429 ||
      (status === 403 && headers['x-ratelimit-remaining'] === '0'),
    hint: ({ headers }) =>
      `Run this again ${whenAllowed(headers)}. A GitHub App's token has a larger allowance.`,
  },
  {
    code: 'REPOSITORY_ARCHIVED',
    means: 'The repository is archived, so nothing can be written to it',
    known: ({ message }) => /was archived so is read-only/i.test(message),
    hint: () => 'Unarchive it under Settings, General, Danger zone; or remove this workflow.',
  },
  {
    code: 'SSO_REQUIRED',
    means: 'The organisation wants the token to be authorised for its single sign-on',
    known: ({ message }) => /SAML enforcement/i.test(message),
    hint: () =>
      'Open Settings, Developer settings, Personal access tokens, and choose "Configure SSO" for the token.',
  },
  {
    code: 'BRANCH_PROTECTED',
    means: 'A rule of the branch forbids writing to it directly',
    known: ({ message, types }) =>
      types.includes('BRANCH_PROTECTION_RULE_VIOLATION') ||
      /\bGH006\b|\bGH013\b|Repository rule violations|Protected branch update failed|Required status check/i.test(
        message,
      ),
    hint: () =>
      'Let the token pass the rule: Settings, Rules, Rulesets, Bypass list, or Settings, Branches for classic ' +
      'protection (a GitHub App can be on the list, GITHUB_TOKEN can not). Or commit to a branch without such a ' +
      'rule, and open a pull request from it.',
  },
  {
    code: 'STALE_HEAD',
    means: 'The branch moved while this was being written',
    known: ({ status, message, types }) =>
      types.includes('STALE_DATA') ||
      /Expected branch to point to|is at \w+ but expected/i.test(message) ||
      ([409, 422].includes(status) &&
        /not a fast forward|Reference update failed|Reference already exists|Reference does not exist/i.test(
          message,
        )),
    hint: () =>
      'Run this again. If it keeps happening, give the workflows that write to this branch one concurrency group.',
  },
  {
    code: 'MISSING_PERMISSION',
    means: 'The token lacks a permission',
    known: ({ status, message, types }) =>
      /Resource not accessible by/i.test(message) ||
      types.includes('FORBIDDEN') ||
      types.includes('INSUFFICIENT_SCOPES') ||
      (status === 403 &&
        /must have (?:admin|push|write)|write access to repository not granted/i.test(message)),
    hint: ({ headers }) =>
      `Add ${permissionNames(headers['x-accepted-github-permissions'])} to \`permissions:\` of the job. ` +
      'A pull request from a fork or from Dependabot gets a token that only reads, whatever the workflow says.',
  },
  {
    code: 'REVIEWER_UNKNOWN',
    means: 'GitHub does not ask them for a review',
    known: ({ message }) =>
      /Reviews may only be requested from collaborators|Review cannot be requested from|Could not resolve to a node/i.test(
        message,
      ),
    hint: () =>
      'Whoever is asked must be able to read the repository, see Settings, Collaborators and teams, and must not ' +
      'be the author. To name a team, the token of a GitHub App or a person is needed: GITHUB_TOKEN sees no teams.',
  },
  {
    code: 'FILE_TOO_LARGE',
    means: 'A file is larger than GitHub gives or takes through its API',
    known: ({ status, message }) =>
      [403, 422].includes(status) &&
      // Of a tree that is too much GitHub says nearly the same, and that it be built incrementally.
      /too large to fetch|Consider creating the blob in a local clone|too_large/i.test(message),
    hint: () =>
      `GitHub gives files up to 100 MB and takes them up to about ${CREATED_BLOB_LIMIT / 1_000_000} MB. Leave the file out, or split it.`,
  },
  {
    code: 'PAYLOAD_TOO_LARGE',
    means: 'GitHub refused a request as too large',
    known: ({ status, message }) =>
      status === 413 || /payload cannot be larger|input was too big to process/i.test(message),
    hint: () => 'Split the change: narrow the filters of this workflow, and run it once for each part.',
  },
  {
    code: 'EMPTY_REPOSITORY',
    means: 'The repository has no commit yet',
    known: ({ status, message }) => status === 409 && /repository is empty/i.test(message),
    hint: () => 'Make a first commit, e.g. a README, on the default branch; then run this again.',
  },
  {
    code: 'NOT_FOUND',
    means: 'GitHub knows no such thing, or the token may not see it',
    known: ({ status, types, message }) =>
      status === 404 || types.includes('NOT_FOUND') || /^No commit found for/.test(message),
    hint: () =>
      'Check the names of the repository, branch and file. GitHub answers "not found" also where a permission is ' +
      'missing: the job needs `permissions: contents: read`, and a private repository of someone else an own token.',
  },
  {
    code: 'GITHUB_UNREACHABLE',
    means: 'GitHub did not answer',
    known: ({ status }) => status === 0,
    hint: () =>
      'Check the network, and HTTP_PROXY, HTTPS_PROXY, NO_PROXY and NODE_EXTRA_CA_CERTS of the runner.',
  },
  {
    code: 'GITHUB_UNAVAILABLE',
    means: 'GitHub has a trouble of its own',
    known: ({ status, message }) =>
      status >= 500 || /Something went wrong while executing your query/i.test(message),
    hint: () => 'See https://www.githubstatus.com and run this again later. Nothing is half done.',
  },
];

/** The last second of ECMA-262's time values, since 1970. */
const LATEST_SECONDS = 8.64e12;

function whenAllowed(headers: ErrorFacts['headers']): string {
  const seconds = Number(headers['retry-after']);
  if (seconds > 0) return `in ${seconds} seconds`;
  const reset = Number(headers['x-ratelimit-reset']);
  // Beyond LATEST_SECONDS no date can be told.
  return headers['x-ratelimit-remaining'] === '0' && reset > 0 && reset <= LATEST_SECONDS
    ? `after ${new Date(reset * 1000).toISOString().replace('.000Z', 'Z')}`
    : 'in some minutes';
}

/** `issues=write; pull_requests=write` lists what would do, any one of them. */
function permissionNames(header: unknown): string {
  const names = typeof header === 'string' ? header.match(/[a-z_]+=(?:read|write)/g) : null;
  if (names === null) return '`contents: write` (to commit) or `pull-requests: write` (to comment)';
  return names.map((name) => `\`${name.replaceAll('_', '-').replace('=', ': ')}\``).join(' or ');
}
