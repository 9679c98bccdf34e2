import type { ReferenceMedia } from '../../page-data.ts';
import type { Json } from '../../reference/json-value.ts';

/** The media types of a body, those of the same schema together under one name: "application/json, text/xml". */
export function sameMedia(
  content: readonly ReferenceMedia[],
): { readonly types: string; readonly schema: Json | null }[] {
  return [...Map.groupBy(content, ([, schema]) => JSON.stringify(schema)).values()].map((same) => ({
    types: same.map(([type]) => type).join(', '),
    schema: same[0]?.[1] ?? null,
  }));
}
