/** The address where it is one of the web; null for any other, such as a script. */
export function httpUrl(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) ? url : null;
}
