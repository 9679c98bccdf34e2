import * as z from 'zod';

/** The answers of the Metadata API, strict about what is used of them. Source: docs.xano.com and public clients. */

/** An entry of the list of instances. */
export const instanceSchema = z.object({
  name: z.string().min(1),
  display: z.string().nullish(),
  rate_limit: z.boolean().nullish(),
  meta_api: z.string().min(1),
});

/** An entry of the list of workspaces. */
export const workspaceSchema = z.object({ id: z.int(), name: z.string() });

/** An entry of the list of branches. */
export const branchSchema = z.object({
  label: z.string().min(1),
  backup: z.boolean().nullish(),
  live: z.boolean(),
});

/**
 * An entry of the list of API groups. `swagger` and `documentation` are not documented:
 * what doesn't fit there says nothing.
 */
export const groupSchema = z.object({
  id: z.int(),
  name: z.string(),
  canonical: z.string().nullish(),
  swagger: z.boolean().nullish().catch(null),
  documentation: z
    .object({
      require_token: z.boolean().nullish().catch(null),
      token: z.string().nullish().catch(null),
    })
    .nullish()
    .catch(null),
});

export type InstanceEntry = z.infer<typeof instanceSchema>;
export type BranchEntry = z.infer<typeof branchSchema>;
export type GroupEntry = z.infer<typeof groupSchema>;
