import type { Octokit } from '@octokit/rest';
import { GitHubError } from '../errors/github-error.ts';

/** The part of a client that an octokit plugin is given. */
type Hooks = Pick<Octokit, 'hook'>;

/** A POST may have been carried out although its answer was lost, so it is sent once unless its caller says otherwise. */
export function writesOnce({ hook }: Hooks): void {
  hook.before('request', (options) => {
    if (options.method !== 'POST' || options.request.retries !== undefined) return;
    options.request = { ...options.request, retries: 0 };
  });
}

/**
 * The throttling plugin knows a limit by GitHub's words or by an empty allowance. A 429 with
 * Retry-After and other words, as gateways send it, is made known to it as a secondary limit.
 */
export function namedFailures({ hook }: Hooks): void {
  hook.error('request', (error) => {
    // What was refused before it was sent would be refused again.
    if (error.cause instanceof GitHubError) throw error.cause;
    const known = 'response' in error && error.status === 429 && error.response !== undefined;
    if (known && !/secondary rate/i.test(error.message) && !emptyAllowance(error.response?.headers)) {
      error.message += ' (a secondary rate limit)';
    }
    throw error;
  });
}

function emptyAllowance(headers: Readonly<Record<string, unknown>> | undefined): boolean {
  return headers?.['x-ratelimit-remaining'] === '0';
}
