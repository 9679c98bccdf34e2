/// <reference path="./bottleneck-light.d.ts" />
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit as Rest } from '@octokit/rest';
import Bottleneck from 'bottleneck/light.js';
import { NOTIFY_INTERVAL_SECONDS, WRITE_INTERVAL_SECONDS } from '../limits.ts';
import { boundFetch, type Fetch } from './bound-fetch.ts';
import { type Environment, gitHubUrls } from './environment.ts';
import { proxyFetch } from './proxy-fetch.ts';
import { namedFailures, writesOnce } from './request-rules.ts';

const Client = Rest.plugin(namedFailures, writesOnce, throttling, retry);

/** GitHub's API with every call typed, throttled and retried. */
export type Octokit = InstanceType<typeof Client>;

/** A wait that a rate limit asks for. */
export interface RateLimitWait {
  readonly seconds: number;
  readonly limit: 'primary' | 'secondary';
  /** Method and path of the request that waits, without its query. */
  readonly request: string;
}

/** What a client is made of; the edges are handed in. */
export interface OctokitOptions {
  readonly token: string;
  /** GITHUB_API_URL and its kin, and the proxy's variables. */
  readonly env: Environment;
  /** How requests are sent; through the proxy that `env` names unless given. */
  readonly fetch?: Fetch;
  /** Lines for people who look for the cause of something; nowhere unless given. */
  readonly log?: (line: string) => void;
  /** Told before each wait for a rate limit. */
  readonly onWait?: (wait: RateLimitWait) => void;
  /** Seconds that all waits for rate limits may take together; ten minutes unless given. */
  readonly waitBudgetSeconds?: number;
  /** Milliseconds that stand for one second of waiting; 1000, and less in tests. */
  readonly secondMs?: number;
  readonly userAgent?: string;
}

/**
 * Makes a client for GitHub: its token goes to the API's own origins only, writes keep GitHub's
 * pace, 5xx and broken connections are retried (but no POST, which might happen twice), and rate
 * limits are waited out as long as `waitBudgetSeconds` lasts.
 * @throws GitHubError INVALID_ENVIRONMENT for URLs that a token must not be sent to.
 */
export function createOctokit(options: OctokitOptions): Octokit {
  const { apiUrl, graphqlUrl } = gitHubUrls(options.env);
  const log = options.log ?? (() => {});
  const secondMs = options.secondMs ?? 1_000;
  const mayWait = waiting(options, log);
  const octokit = new Client({
    auth: options.token,
    baseUrl: apiUrl,
    userAgent: options.userAgent ?? 'xano-specs',
    log: { debug: () => {}, info: () => {}, warn: log, error: log },
    request: { fetch: boundFetch(options.fetch ?? proxyFetch(options.env), [apiUrl, graphqlUrl]) },
    retry: {
      doNotRetry: [400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 451],
      retryAfterBaseValue: secondMs,
    },
    throttle: {
      // Groups of its own, since the plugin's are shared by every client of the process.
      write: group(WRITE_INTERVAL_SECONDS * secondMs),
      notifications: group(NOTIFY_INTERVAL_SECONDS * secondMs),
      retryAfterBaseValue: secondMs,
      onRateLimit: mayWait('primary'),
      onSecondaryRateLimit: mayWait('secondary'),
    },
  });
  octokit.graphql = octokit.graphql.defaults({ baseUrl: graphqlUrl.replace(/\/graphql$/, '') });
  return octokit;
}

function group(minTime: number): Bottleneck.Group {
  return new Bottleneck.Group({ maxConcurrent: 1, minTime });
}

/** What a wait takes from the budget when GitHub says no time to come back at. */
const AIMLESS_WAIT_SECONDS = 60;

/** Says for each limit met whether the budget still allows the wait, and takes it from the budget. */
function waiting({ onWait, waitBudgetSeconds = 600 }: OctokitOptions, log: (line: string) => void) {
  let left = waitBudgetSeconds;
  return (limit: RateLimitWait['limit']) =>
    (seconds: number, { method, url }: { method: string; url: string }): boolean => {
      const request = `${method} ${url.replace(/^https?:\/\/[^/]+/, '').replace(/\?.*$/, '')}`;
      // A moment that has passed, or none at all, would be waited for without end.
      const cost = seconds > 0 ? seconds : AIMLESS_WAIT_SECONDS;
      if (cost > left) {
        log(`GitHub's ${limit} rate limit wants ${seconds} s of waiting for ${request}; ${left} s are left.`);
        return false;
      }
      left -= cost;
      log(`GitHub's ${limit} rate limit was met by ${request}: waiting ${seconds} s.`);
      onWait?.({ seconds, limit, request });
      return true;
    };
}
