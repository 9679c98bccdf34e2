import * as z from 'zod';

/** The answers of the Developer API, strict about what is used of them. Source: Xano's page on the Developer API. */

/** Step 1: an entry of the list of instances. */
export const instanceSchema = z.object({
  name: z.string().min(1),
  display: z.string().nullish(),
  tokenUrl: z.string().min(1),
});

/** Step 2: the answer of a tokenUrl. The token goes into a header: printable characters alone. */
export const exchangeSchema = z.object({
  authToken: z.string().regex(/^[\x21-\x7e]+$/, 'a token holds no spaces'),
  api: z.string().min(1),
  swaggerspec: z.string().nullish(),
});

/** Step 3: an entry of the list of workspaces. Its groups are read one by one. */
export const workspaceSchema = z.object({
  id: z.int(),
  name: z.string(),
  apigroups: z.array(z.unknown()),
});

/** Step 3: a group of a workspace. */
export const groupSchema = z.object({
  id: z.int(),
  name: z.string(),
  swaggerspec: z.string().min(1),
});

export type InstanceEntry = z.infer<typeof instanceSchema>;
export type WorkspaceEntry = z.infer<typeof workspaceSchema>;
export type GroupEntry = z.infer<typeof groupSchema>;
