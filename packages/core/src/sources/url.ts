/** Gives the address of a path below a base, whatever slash the base ends with. The base's query goes. */
export function below(base: URL, path: string): URL {
  const url = new URL(base);
  url.search = '';
  url.pathname = `${base.pathname.replace(/\/+$/, '')}/${path}`;
  return url;
}
