/** What the hidden line of a sticky comment tells. */
export interface Marker {
  /** Which report this is; reports of different keys never meet. */
  readonly key: string;
  /** What the report says, as a hash; equal digests need no write. */
  readonly digest: string;
}

const MARKER = /^<!-- xano-specs key="([^"\s]*)" digest="([^"\s]*)" -->/;

/** The hidden first line. Keys and digests are escaped, so no text in them can end the comment in the HTML. */
export function writeMarker({ key, digest }: Marker): string {
  return `<!-- xano-specs key="${escaped(key)}" digest="${escaped(digest)}" -->`;
}

/** The marker of a comment's body; null for any other comment. */
export function readMarker(body: string | undefined): Marker | null {
  const [, key, digest] = MARKER.exec(body ?? '') ?? [];
  if (key === undefined || digest === undefined) return null;
  try {
    return { key: decodeURIComponent(key), digest: decodeURIComponent(digest) };
  } catch {
    return null;
  }
}

function escaped(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');
}
