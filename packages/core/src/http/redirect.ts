import { plain } from './words.ts';

/** Where a redirect leads, or why it is not followed. */
export type RedirectTarget = { readonly url: URL } | { readonly refused: string };

/** Reads a Location header. Only the origin that redirects may be the target: no credential and no token leaves it. */
export function redirectTarget(from: URL, location: string | string[] | undefined): RedirectTarget {
  const text = [location].flat()[0];
  if (text === undefined || !URL.canParse(text, from.href)) return { refused: 'redirects to no address' };
  const url = new URL(text, from);
  if (url.origin !== from.origin) {
    return { refused: `redirects to another host (${plain(url.host || url.protocol)})` };
  }
  url.hash = '';
  return { url };
}
