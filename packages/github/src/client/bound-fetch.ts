import { GitHubError } from '../errors/github-error.ts';

/** fetch as the platform has it. */
export type Fetch = typeof globalThis.fetch;

/** Redirects that one request may meet; GitHub answers one for a renamed repository. */
const REDIRECT_LIMIT = 5;

/**
 * A fetch that asks the origins of the given URLs only, so a token on its requests reaches no
 * other host, whatever a Link header, a redirect or an answer names.
 * @throws GitHubError FOREIGN_ORIGIN, before anything is sent, for any other origin.
 */
export function boundFetch(fetch: Fetch, urls: readonly string[]): Fetch {
  const origins = new Set(urls.map((url) => new URL(url).origin));
  return async (input, init) => {
    let url = new URL(input instanceof Request ? input.url : input);
    for (let redirects = 0; redirects <= REDIRECT_LIMIT; redirects++) {
      if (!origins.has(url.origin)) throw foreign(url.origin, [...origins]);
      const answer = await fetch(url.href, { ...init, redirect: 'manual' });
      const target = init?.redirect === 'manual' ? null : redirectTarget(answer, url, init?.method ?? 'GET');
      if (target === null) return answer;
      await answer.body?.cancel();
      url = target;
    }
    throw new GitHubError('UNEXPECTED', `GitHub redirected a request more than ${REDIRECT_LIMIT} times.`, {
      hint: 'Check that GITHUB_API_URL is the address of the API itself and not of a proxy or login page.',
    });
  };
}

/** 307 and 308 keep the method; 301 and 302 are followed for reads alone. */
function redirectTarget(answer: Response, from: URL, method: string): URL | null {
  const location = answer.headers.get('location');
  const read = method === 'GET' || method === 'HEAD';
  const followed = [307, 308].includes(answer.status) || (read && [301, 302, 303].includes(answer.status));
  return followed && location !== null ? URL.parse(location, from.href) : null;
}

function foreign(origin: string, own: readonly string[]): GitHubError {
  return new GitHubError(
    'FOREIGN_ORIGIN',
    `A request to ${origin} was not sent: the token belongs to ${own.join(' and ')}.`,
    { hint: 'Check GITHUB_API_URL and GITHUB_GRAPHQL_URL, and whether a proxy rewrites the answers.' },
  );
}
