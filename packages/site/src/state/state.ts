import * as z from 'zod';
import { SiteError } from '../errors.ts';

/** The file in which a build leaves what the next one needs to know. */
export const STATE_FILE = '.xano-specs-site.json';

/** Raised when what a build remembers, or how it makes pages, changes: everything is then built again. */
export const STATE_FORMAT = 2;

const count = z.int().nonnegative();
const counts = z.strictObject({
  error: count,
  warning: count,
  info: count,
  undecided: count,
  operations: count,
});

/** A path that a build writes: no step upwards, nothing hidden, nothing absolute. */
const sitePath = z.string().regex(/^(?:[a-z0-9][a-z0-9.-]*\/)*[a-z0-9][a-z0-9.-]*$/);

/** The time of a commit, as the feed has it too: nothing that could be markup. */
const time = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);

const versionSchema = z.strictObject({
  commit: z.string(),
  at: time,
  object: z.string(),
  version: z.string(),
  /** The text that it was compared with, and what that was called; null for the first version. */
  from: z.string().nullable(),
  before: z.string().nullable(),
  counts: counts.nullable(),
  problem: z.string().nullable(),
  operations: count,
  parts: count,
  described: count,
  /** The first causes, of the newest versions alone. */
  lines: z.array(z.tuple([z.string(), z.string()])),
  file: sitePath.nullable(),
});

const groupSchema = z.strictObject({
  /** Of everything that the group's pages are made of. */
  inputs: z.string(),
  /** Of what every page of the group says: its names and where it stands. */
  names: z.string(),
  folder: sitePath,
  files: z.array(sitePath),
  versions: z.array(versionSchema),
  operations: z.array(z.tuple([z.string(), z.string(), z.string(), z.string()])),
});

const stateSchema = z.strictObject({
  format: z.literal(STATE_FORMAT),
  /** Of the code that made the pages. */
  builder: z.string(),
  /** The pages and files that belong to no group, by their paths, with their hashes. */
  shared: z.record(sitePath, z.string()),
  groups: z.record(z.string(), groupSchema),
});

/** What is known of a version of an API group, so that its page need not be made again. */
export type VersionRecord = Readonly<z.infer<typeof versionSchema>>;

/** What is known of an API group. */
export type GroupRecord = Readonly<z.infer<typeof groupSchema>>;

/** What a build has left. */
export type SiteState = Readonly<z.infer<typeof stateSchema>>;

/** The state of a folder in which nothing was built yet. */
export const NO_STATE: SiteState = { format: STATE_FORMAT, builder: '', shared: {}, groups: {} };

/** What every format says, and always will: which files are a build's own. */
const otherSchema = z.looseObject({
  format: z.int().refine((format) => format !== STATE_FORMAT),
  shared: z.record(sitePath, z.unknown()),
  groups: z.record(z.string(), z.looseObject({ files: z.array(sitePath) })),
});

/** The text of a state: the same state gives the same bytes, whatever the order of its keys. */
export function stateText(state: SiteState): string {
  return `${JSON.stringify(stateSchema.parse(state))}\n`;
}

/**
 * Reads a state. One of another format says no more than which files are a build's own, so that
 * everything is built again and what is no longer made goes.
 * @throws SiteError STATE_UNREADABLE when it is none
 */
export function parseState(text: string): SiteState {
  try {
    const value: unknown = JSON.parse(text);
    const other = otherSchema.safeParse(value);
    return other.success ? filesAlone(other.data) : stateSchema.parse(value);
  } catch (cause) {
    throw new SiteError(
      'STATE_UNREADABLE',
      `${STATE_FILE} in the folder of the site can't be read: somebody has changed it.`,
      'Delete the folder of the site and build it anew.',
      cause,
    );
  }
}

function filesAlone({ shared, groups }: z.infer<typeof otherSchema>): SiteState {
  const files = [...Object.keys(shared), ...Object.values(groups).flatMap((group) => group.files)];
  return { ...NO_STATE, shared: Object.fromEntries(files.map((file) => [file, ''])) };
}
