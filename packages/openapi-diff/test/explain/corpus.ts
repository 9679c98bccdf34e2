import { diff } from '../../src/diff.ts';
import type { Json, JsonObject } from '../../src/read/document.ts';
import { readDocumentSet } from '../../src/read/document-set.ts';
import type { Change, SourcePlace } from '../../src/report/report.ts';
import { COMMON as RELATED } from '../relate/rows/row.ts';
import { COMMON } from './rows/row.ts';

/** Two schemas put together at random, and what a report says of them. */
export interface Approved {
  readonly before: Json;
  readonly after: Json;
  /** The named schemas: those of one of the tables of rows, or their own. */
  readonly named?: 'related' | { readonly before: JsonObject; readonly after: JsonObject };
  readonly version?: string;
  /** Whether optional properties of a response are promised. */
  readonly promised?: boolean;
  readonly says: readonly string[];
}

/** The named schemas of both sides. */
export function namedIn({ named }: Approved): readonly [JsonObject, JsonObject] {
  if (named === undefined) return [COMMON, COMMON];
  return named === 'related' ? [RELATED, RELATED] : [named.before, named.after];
}

function documentOf(schema: Json, schemas: JsonObject, version: string): string {
  const content = { 'application/json': { schema } };
  return JSON.stringify({
    openapi: version,
    info: { title: 'Shop', version: '1' },
    paths: {
      '/orders': {
        post: {
          requestBody: { required: true, content },
          responses: { '200': { description: 'Done', content } },
        },
      },
    },
    components: { schemas },
  });
}

/** All changes that a report tells of. */
export async function changesIn(approved: Approved): Promise<readonly Change[]> {
  const { before, after, version = '3.1.0', promised = false } = approved;
  const [base, head] = namedIn(approved);
  const read = (text: string) => readDocumentSet('api.json', async () => text);
  const { changes } = await diff(
    await read(documentOf(before, base, version)),
    await read(documentOf(after, head, version)),
    {
      now: new Date('2026-11-25T00:00:00Z'),
      policy: { responses: { optional: promised ? 'promised' : 'optional' } },
      group: false,
    },
  );
  return changes;
}

const SCHEMA = /^\/paths\/~1orders\/post\/(?:requestBody|responses\/200)\/content\/application~1json\/schema/;

function where(place: SourcePlace | null | undefined): string {
  return place?.pointer.replace(SCHEMA, '…') ?? 'nowhere';
}

/** A change in one line: direction, level, id, cause, places, and the value that shows it or why none is known. */
export function lineOf({ level, id, cause, message, proof, witness, places: [place] }: Change): string {
  const shown = witness === null ? '' : `; the ${witness.acceptedBy} takes ${JSON.stringify(witness.value)}`;
  const unknown = proof === 'undecided' ? `; ${message.replace(/^.*could not be decided: /, '')}` : '';
  const at = `${where(place?.base)} → ${where(place?.head)}`;
  return `${place?.direction} ${level} ${id}: ${cause} (${at}${shown}${unknown})`;
}
