import { PAGE_LIMIT } from '../limits.ts';
import { type Answer, ok } from './answer.ts';
import type { FakeRequest } from './request.ts';

/** Which part of a list the query asks for, from 1, and how many entries a page has. */
export function pageOf(request: FakeRequest, normal = 30): { page: number; size: number } {
  return {
    page: Math.max(1, Number(request.query.get('page') ?? 1) || 1),
    size: Math.min(PAGE_LIMIT, Math.max(1, Number(request.query.get('per_page') ?? normal) || normal)),
  };
}

/** One page of a list, with the Link header that leads to the others. */
export function paged(request: FakeRequest, apiUrl: string, entries: readonly unknown[]): Answer {
  const { page, size } = pageOf(request);
  const headers = linkHeader(request, apiUrl, page, Math.max(1, Math.ceil(entries.length / size)));
  return ok(entries.slice((page - 1) * size, page * size), headers);
}

/** `Link` with first, prev, next and last; no header when there is one page only. */
export function linkHeader(
  request: FakeRequest,
  apiUrl: string,
  page: number,
  last: number,
): Record<string, string> {
  const to = (number: number, rel: string) => {
    const query = new URLSearchParams(request.query);
    query.set('page', String(number));
    return `<${apiUrl}${request.path}?${query}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [to(page - 1, 'prev')] : []),
    ...(page < last ? [to(page + 1, 'next'), to(last, 'last')] : []),
    ...(page > 1 ? [to(1, 'first')] : []),
  ];
  return links.length === 0 ? {} : { link: links.join(', ') };
}
