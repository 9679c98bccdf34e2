import * as z from 'zod';
import { compileFilters, type Filters } from '../catalog/filters.ts';
import { instanceIdentity } from './identities.ts';

/** The version of what the jobs of a divided run hand to each other. */
export const SHARE_VERSION = 1;

const names = z.array(z.string());

/** What every job of a divided run has to know alike: it is given once, where the work is divided. */
export const shareSettings = z.strictObject({
  instances: names,
  workspaces: names,
  branches: names,
  groups: names,
  format: z.enum(['json', 'yaml']),
  stripExamples: z.boolean(),
  extractComponents: z.boolean(),
  redact: z.boolean(),
  allowedHosts: names,
  /**
   * Where the work was divided, with the master service's address or that of a self-hosted instance. No
   * job takes it from here, since what it asks hears of the credential: it holds its own against it.
   */
  address: z.string(),
});

export type ShareSettings = Readonly<z.infer<typeof shareSettings>>;

/** One job's part of a divided run. */
export const shareSchema = z.strictObject({
  formatVersion: z.literal(SHARE_VERSION),
  /** Which run divided the work: what a job of another one left behind is older than it looks. */
  run: z.string(),
  number: z.int().positive(),
  of: z.int().positive(),
  instances: z.array(instanceIdentity).min(1),
  settings: shareSettings,
});

export type Share = Readonly<z.infer<typeof shareSchema>>;

/** What a job fetches for its share: what the settings select, of its own instances. */
export function shareFilters({ instances, settings }: Pick<Share, 'instances' | 'settings'>): Filters {
  const filters = compileFilters(settings);
  const own = new Set(instances.map(({ name }) => name));
  return {
    ...filters,
    selectsInstance: (instance) => own.has(instance.name) && filters.selectsInstance(instance),
    selects: (group) => own.has(group.instance.name) && filters.selects(group),
  };
}
