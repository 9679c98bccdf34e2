import { type Answer, errors, json } from '../http/answer.ts';

/** How many items a page of the Metadata API has unless `per_page` says otherwise. */
export const DEFAULT_PER_PAGE = 50;

/** Gives the page of a list that `page` and `per_page` ask for, in Xano's envelope; a bad number is an input error. */
export function paged(items: readonly unknown[], query: URLSearchParams): Answer {
  const page = positive(query.get('page'), 1);
  const perPage = positive(query.get('per_page'), DEFAULT_PER_PAGE);
  if (page === null) return errors.input('Invalid page.', 'page');
  if (perPage === null) return errors.input('Invalid per_page.', 'per_page');
  const end = page * perPage;
  return json({
    curPage: page,
    nextPage: end < items.length ? page + 1 : null,
    prevPage: page > 1 ? page - 1 : null,
    items: items.slice(end - perPage, end),
  });
}

function positive(text: string | null, fallback: number): number | null {
  if (text === null || text === '') return fallback;
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
