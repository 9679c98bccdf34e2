import * as z from 'zod';
import { REPOSITORY_NAME } from '../client/environment.ts';

/** What is used of the payloads of events, and no more; the rest may be anything. https://docs.github.com/webhooks/webhook-events-and-payloads */
const oid = z.string().regex(/^[0-9a-f]{40}$/, 'is no name of a commit');
const number = z.int().positive();
const repository = z.object({ full_name: z.string().regex(REPOSITORY_NAME, 'is not owner/name') });

/** One side of a pull request. The head's repository is null when its fork was deleted. */
const side = z.object({ ref: z.string(), sha: oid, repo: repository.nullable() });

const pullRequest = z.object({
  action: z.string(),
  repository,
  pull_request: z.object({
    number,
    draft: z.boolean().default(false),
    user: z.object({ login: z.string() }).nullable(),
    labels: z.array(z.object({ name: z.string() })).default([]),
    base: side,
    head: side,
  }),
});

/** One schema an event; each is told what it reads by its name. */
export const PAYLOADS = {
  pull_request: pullRequest,
  pull_request_target: pullRequest,
  merge_group: z.object({
    action: z.string(),
    repository,
    merge_group: z.object({ base_sha: oid, base_ref: z.string(), head_sha: oid, head_ref: z.string() }),
  }),
  workflow_run: z.object({
    action: z.string(),
    repository,
    workflow_run: z.object({
      id: z.int(),
      event: z.string(),
      conclusion: z.string().nullable(),
      head_sha: oid,
      head_branch: z.string().nullable(),
      head_repository: repository.nullish(),
      // Empty for a pull request from a fork.
      pull_requests: z.array(z.object({ number })).default([]),
    }),
  }),
  workflow_dispatch: z.object({
    repository,
    ref: z.string(),
    inputs: z.record(z.string(), z.unknown()).nullish(),
  }),
  schedule: z.object({ schedule: z.string(), repository: repository.optional() }),
  push: z.object({
    repository,
    ref: z.string(),
    before: oid,
    after: oid,
    created: z.boolean().default(false),
    deleted: z.boolean().default(false),
    forced: z.boolean().default(false),
  }),
} as const;
