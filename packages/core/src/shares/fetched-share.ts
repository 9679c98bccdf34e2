import * as z from 'zod';
import { XanoSpecsError } from '../http/errors.ts';
import { placeKey, placeOf } from '../snapshot/group-key.ts';
import type { ReducedOutcomes } from '../snapshot/reduce.ts';
import { apiGroup, branchScope, instanceIdentity, workspaceIdentity } from './identities.ts';
import { type ReadJson, readJson } from './read-json.ts';
import { SHARE_VERSION, type Share, shareSchema } from './share.ts';

const count = z.int().nonnegative();
const error = z.strictObject({ code: z.string(), message: z.string(), hint: z.string().nullable() });

const leak = z.strictObject({
  kind: z.enum([
    'jwt',
    'api-key',
    'private-key',
    'email',
    'signed-link',
    'url-password',
    'bearer',
    'password',
  ]),
  pointer: z.string(),
  preview: z.string(),
});

const reducedGroup = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('document'),
    group: apiGroup,
    format: z.enum(['json', 'yaml']),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    gitBlob: z.string().regex(/^[0-9a-f]{40}$/),
    bytes: count,
    leaks: z.array(leak),
    leakCount: count,
    paths: count,
    operations: count,
    schemas: count,
  }),
  z.strictObject({ kind: z.literal('unreadable'), group: apiGroup, reason: z.string(), remedy: z.string() }),
  z.strictObject({ kind: z.literal('failed'), group: apiGroup, error }),
]);

const listed = z.discriminatedUnion('level', [
  z.strictObject({ level: z.literal('account'), instances: z.array(z.string()) }),
  z.strictObject({ level: z.literal('instance'), instance: z.string(), workspaces: z.array(z.int()) }),
  z.strictObject({
    level: z.literal('workspace'),
    instance: z.string(),
    workspace: z.int(),
    branches: z.array(branchScope),
    live: z.string().nullable(),
  }),
  z.strictObject({
    level: z.literal('branch'),
    instance: z.string(),
    workspace: z.int(),
    branch: branchScope,
    groups: z.array(z.int()),
  }),
]);

const unlisted = z.strictObject({
  scope: z
    .strictObject({
      instance: instanceIdentity,
      workspace: workspaceIdentity.nullable(),
      branch: branchScope,
    })
    .nullable(),
  error,
});

const fetchedShare = z.strictObject({
  formatVersion: z.literal(SHARE_VERSION),
  share: shareSchema,
  groups: z.array(reducedGroup),
  listed: z.array(listed),
  unlisted: z.array(unlisted),
});

/** What a job found for its share, without the documents themselves. */
export interface FetchedShare {
  readonly share: Share;
  readonly outcomes: ReducedOutcomes;
}

/**
 * The text of what a job found.
 * @param redact takes secrets out of a text: the messages of errors come from outside
 */
export function fetchedShareText(
  { share, outcomes }: FetchedShare,
  redact: (text: string) => string,
): string {
  const plain = ({ code, message, hint }: XanoSpecsError) => ({
    code,
    message: redact(message),
    hint: hint === null ? null : redact(hint),
  });
  const groups = [...outcomes.groups.values()].map((one) =>
    one.kind === 'failed' ? { ...one, error: plain(one.error) } : one,
  );
  const failed = outcomes.unlisted.map(({ scope, error }) => ({ scope, error: plain(error) }));
  return `${JSON.stringify({ formatVersion: SHARE_VERSION, share, groups, listed: outcomes.listed, unlisted: failed })}\n`;
}

/** Reads what a job found, or gives what is wrong with it. */
export function parseFetchedShare(text: string): ReadJson<FetchedShare> {
  const { value, problem } = readJson(fetchedShare, text);
  if (value === null) return { value, problem };
  const { share, groups, listed, unlisted } = value;
  const own = new Set(share.instances.map(({ name }) => name));
  if (groups.some(({ group }) => !own.has(group.instance.name))) {
    return { value: null, problem: 'it holds an API group of an instance that is not in its share' };
  }
  // A list of another's instance, once believed, would remove what that one's job has found.
  const listing = [
    ...listed.flatMap((scope) => (scope.level === 'account' ? [] : [scope.instance])),
    ...unlisted.flatMap(({ scope }) => (scope === null ? [] : [scope.instance.name])),
  ];
  if (listing.some((name) => !own.has(name))) {
    return { value: null, problem: 'it holds a list of an instance that is not in its share' };
  }
  return {
    problem: null,
    value: {
      share,
      outcomes: {
        groups: new Map(
          groups.map((one) => [
            placeKey(placeOf(one.group)),
            one.kind === 'failed' ? { ...one, error: asError(one.error) } : one,
          ]),
        ),
        listed,
        unlisted: unlisted.map(({ scope, error }) => ({
          kind: 'listing-failed' as const,
          scope,
          error: asError(error),
        })),
      },
    },
  };
}

function asError({ code, message, hint }: z.infer<typeof error>): XanoSpecsError {
  return new XanoSpecsError(code, message, hint === null ? {} : { hint });
}
