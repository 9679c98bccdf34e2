import type { ApiResponse } from '../contract/contract.ts';

/** The responses of two sides, matched by what they cover. */
export interface MatchedResponses {
  readonly pairs: readonly { readonly base: ApiResponse; readonly head: ApiResponse }[];
  readonly removed: readonly ApiResponse[];
  readonly added: readonly ApiResponse[];
}

/**
 * Matches responses by status: a status has the response of its own code, else that of its
 * range (`2XX`), else `default`. So a code that is now covered by a range alone is not gone,
 * and a code that is written out anew beside a range was announced before.
 */
export function matchResponses(base: readonly ApiResponse[], head: readonly ApiResponse[]): MatchedResponses {
  const pairs: { base: ApiResponse; head: ApiResponse }[] = [];
  const add = (one: ApiResponse, other: ApiResponse): void => {
    if (!pairs.some((pair) => pair.base === one && pair.head === other))
      pairs.push({ base: one, head: other });
  };
  const removed: ApiResponse[] = [];
  const added: ApiResponse[] = [];
  for (const one of base) {
    const other = responseFor(head, one.status);
    if (other === null) removed.push(one);
    else add(one, other);
  }
  for (const other of head) {
    const one = responseFor(base, other.status);
    if (one === null) added.push(other);
    else add(one, other);
  }
  return { pairs, removed, added };
}

/** The response that a status, or a whole range, gets: its own, its range's, or the default one; null where there is none. */
export function responseFor(responses: readonly ApiResponse[], status: string): ApiResponse | null {
  const range = `${status.charAt(0)}XX`;
  for (const key of status === 'default' ? ['default'] : [status, range, 'default']) {
    const response = responses.find((candidate) => candidate.status === key);
    if (response !== undefined) return response;
  }
  return null;
}

/** Whether a status tells of success: the 2xx codes, and `default` where no code of success stands beside it. */
export function isSuccess(status: string, responses: readonly ApiResponse[]): boolean {
  if (status !== 'default') return status.startsWith('2');
  return !responses.some((response) => response.status.startsWith('2'));
}
