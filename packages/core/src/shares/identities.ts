import * as z from 'zod';

/** The identities of the catalogue, as the jobs of a divided run hand them to each other. */
export const instanceIdentity = z.strictObject({ name: z.string(), display: z.string() });

export const workspaceIdentity = z.strictObject({ id: z.int(), name: z.string() });

export const apiGroup = z.strictObject({
  instance: instanceIdentity,
  workspace: workspaceIdentity,
  branch: z.strictObject({ label: z.string(), live: z.boolean() }),
  group: z.strictObject({ id: z.int(), name: z.string(), canonical: z.string().nullable() }),
});

export const branchScope = z.string().nullable();
