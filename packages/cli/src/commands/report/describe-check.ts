import { check } from '@xano-specs/openapi-diff';

/** Where the pages of the checks are. */
const CHECK_PAGES = 'https://github.com/xano-specs/xano-specs/blob/main/docs/checks';

/** What a check means and where its page is; null for an id that is none. */
export function describeCheck(id: string): { readonly meaning: string; readonly url: string } | null {
  const found = check(id);
  return found === null ? null : { meaning: found.meaning, url: `${CHECK_PAGES}/${found.page}.md` };
}
