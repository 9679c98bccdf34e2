import * as z from 'zod';
import type { ApiGroup } from '../catalog/identity.ts';
import { SnapshotError } from './errors.ts';
import { byCodeUnit, placeKey } from './group-key.ts';
import { MAX_SEGMENT_LENGTH } from './limits.ts';
import { isReserved } from './slug.ts';
import { FIRST_VERSION, VERSION } from './versions.ts';

/** The file that says which group each document belongs to, beside the instances' folders. */
export const MANIFEST_FILE = 'manifest.json';

/** The format that this code writes. It reads format 1 too, in which groups had no version yet. */
export const MANIFEST_VERSION = 2;

/** A format that this code can write: the older one only to see whether a manifest still says the same. */
export type ManifestFormat = 1 | typeof MANIFEST_VERSION;

/**
 * The paths that a snapshot writes, and no other: a manifest stands in a repository and
 * may come from anybody, so a path of it can't leave the folder or name anything hidden.
 */
const SNAPSHOT_PATH = /^(?:[a-z0-9][a-z0-9-]*\/){2,3}[a-z0-9][a-z0-9-]*\.(?:json|yaml)$/;

const count = z.int().nonnegative();

const entrySchema = z.strictObject({
  path: z
    .string()
    .refine(isSnapshotPath, 'is no path that a snapshot writes')
    .describe('Where the document is, from the manifest'),
  instance: z.strictObject({ name: z.string(), display: z.string() }),
  workspace: z.strictObject({ id: z.int(), name: z.string() }),
  branch: z.string().nullable().describe('null for the live branch'),
  group: z.strictObject({ id: z.int(), name: z.string(), canonical: z.string().nullable() }),
  version: z.string().regex(VERSION, 'is no version such as 1.4.2').describe('Of the API group'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'is no SHA-256'),
  paths: count,
  operations: count,
  schemas: count,
});

const manifestSchema = z.strictObject({
  version: z.literal(MANIFEST_VERSION),
  groups: z.array(entrySchema).superRefine((entries, context) => {
    for (const twice of [entries.map(({ path }) => path), entries.map(entryKey)].flatMap(duplicates)) {
      context.addIssue({ code: 'custom', message: `stands twice: ${twice}` });
    }
    for (const { path, branch } of entries) {
      if (path.split('/').length !== (branch === null ? 3 : 4)) {
        context.addIssue({ code: 'custom', message: `does not lie where its branch would: ${path}` });
      }
    }
  }),
});

/** What a snapshot holds of one API group. */
export type ManifestEntry = Readonly<z.infer<typeof entrySchema>>;

/** What a snapshot holds: who each group is, where its document is, and what is in it. */
export interface Manifest {
  readonly version: typeof MANIFEST_VERSION;
  /** Sorted by path. */
  readonly groups: readonly ManifestEntry[];
}

/** The manifest of a snapshot that holds nothing yet. */
export const EMPTY_MANIFEST: Manifest = { version: MANIFEST_VERSION, groups: [] };

/** Whether a path (with `/`) is one that a snapshot may write. */
export function isSnapshotPath(path: string): boolean {
  return (
    SNAPSHOT_PATH.test(path) &&
    path
      .split('/')
      .every((part) => part.length <= MAX_SEGMENT_LENGTH && !isReserved(part.split('.')[0] ?? ''))
  );
}

/** The key of the group that an entry is about. */
export function entryKey(entry: ManifestEntry): string {
  return placeKey({
    instance: entry.instance.name,
    workspace: entry.workspace.id,
    branch: entry.branch,
    group: entry.group.id,
  });
}

/** The group that an entry of a manifest is about, as the catalogue would name it. */
export function groupOf({ instance, workspace, branch, group }: ManifestEntry): ApiGroup {
  return { instance, workspace, branch: { label: branch ?? '', live: branch === null }, group };
}

/** A manifest's text: the same manifest gives the same bytes. It holds no time and no token. */
export function manifestText(manifest: Manifest, format: ManifestFormat = MANIFEST_VERSION): string {
  const groups = manifest.groups.toSorted((a, b) => byCodeUnit(a.path, b.path));
  const ordered = groups.map(({ path, instance, workspace, branch, group, ...facts }) => ({
    path,
    instance: { name: instance.name, display: instance.display },
    workspace: { id: workspace.id, name: workspace.name },
    branch,
    group: { id: group.id, name: group.name, canonical: group.canonical },
    ...(format === 1 ? {} : { version: facts.version }),
    sha256: facts.sha256,
    paths: facts.paths,
    operations: facts.operations,
    schemas: facts.schemas,
  }));
  return `${JSON.stringify({ version: format, groups: ordered }, null, 2)}\n`;
}

/**
 * Reads a manifest's text; null is a snapshot that holds nothing yet.
 *
 * @throws SnapshotError MANIFEST_UNREADABLE or MANIFEST_NEWER, with what to do about it
 */
export function parseManifest(text: string | null): Manifest {
  if (text === null) return EMPTY_MANIFEST;
  const parsed = parseJson(text);
  const version = z.object({ version: z.int().gt(MANIFEST_VERSION) }).safeParse(parsed);
  if (version.success) {
    throw new SnapshotError(
      'MANIFEST_NEWER',
      `${MANIFEST_FILE} has version ${version.data.version}, and this program knows version ${MANIFEST_VERSION}. Nothing was changed.`,
      { hint: 'Update xano-specs to the version that wrote the snapshot, or a newer one.' },
    );
  }
  const result = manifestSchema.safeParse(inNewFormat(parsed));
  if (!result.success) throw unreadable(describeIssue(result.error.issues[0]), result.error);
  return result.data;
}

/** A manifest of format 1 in the format of today: its groups are at the first version. */
function inNewFormat(parsed: unknown): unknown {
  const old = z
    .object({ version: z.literal(1), groups: z.array(z.looseObject({})) })
    .loose()
    .safeParse(parsed);
  if (!old.success) return parsed;
  const groups = old.data.groups.map((group) => ({ ...group, version: FIRST_VERSION }));
  return { ...old.data, version: MANIFEST_VERSION, groups };
}

function parseJson(text: string): unknown {
  if (/^<{7} /m.test(text)) {
    throw new SnapshotError(
      'MANIFEST_UNREADABLE',
      `${MANIFEST_FILE} holds the markers of a merge conflict. Nothing was changed.`,
      {
        hint: 'Take either side of the conflict as a whole, then make the snapshot again: it mends the rest.',
      },
    );
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw unreadable('it is no JSON', cause);
  }
}

function unreadable(what: string, cause: unknown): SnapshotError {
  return new SnapshotError(
    'MANIFEST_UNREADABLE',
    `${MANIFEST_FILE} can't be read: ${what}. Nothing was changed.`,
    { hint: 'Restore the file from the last commit; it is written by xano-specs alone.', cause },
  );
}

function describeIssue(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return 'it has the wrong shape';
  const place = issue.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return `${place === '' ? 'the whole' : place.replace(/^\./, '')}: ${issue.message}`;
}

function duplicates(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
}
