import {
  type BranchIdentity,
  type InstanceIdentity,
  LIVE_BRANCH,
  named,
  type WorkspaceIdentity,
} from '../catalog/identity.ts';
import type { ClientRequest, HttpClient } from '../http/client.ts';
import type { Credential } from '../http/credential.ts';
import { RequestError } from '../http/request-error.ts';
import type { Secrets } from '../http/secrets.ts';
import { quoted } from '../http/words.ts';
import { hinting, withHint } from './hints.ts';
import { GROUP_ORDER, PER_PAGE } from './inferred.ts';
import {
  type BranchEntry,
  branchSchema,
  type GroupEntry,
  groupSchema,
  workspaceSchema,
} from './metadata-schemas.ts';
import { PRIORITY } from './priority.ts';
import { requestDocument } from './read-document.ts';
import { readAllPages, readPages } from './read-pages.ts';
import type {
  GroupAnswer,
  Listing,
  SourceBranch,
  SourceGroup,
  SourceInstance,
  SourceWorkspace,
} from './source.ts';
import { metadataUnreadable } from './unreadable.ts';
import { below } from './url.ts';

export interface MetadataContext {
  readonly http: HttpClient;
  readonly secrets: Secrets;
  readonly identity: InstanceIdentity;
  readonly base: URL;
  readonly limited: boolean | null;
  /** Bound to the instance's origin. */
  readonly credential: Credential;
  readonly hintOf: (error: RequestError) => string | null;
}

/** Gives an instance as the Metadata API shows it: workspaces, branches, and the API groups of each branch. */
export function metadataInstance(context: MetadataContext): SourceInstance {
  const { http, secrets, identity, limited, hintOf } = context;
  return {
    identity,
    limited,
    async listWorkspaces() {
      const purpose = `the workspaces of the instance ${quoted(identity.name)}`;
      const request = requestFor(context, 'workspace', purpose, PRIORITY.workspaces);
      const listing = await hinting(hintOf, () =>
        readAllPages(http, request, workspaceSchema, ({ id }) => id),
      );
      return {
        ...listing,
        entries: listing.entries.map((entry) => metadataWorkspace(context, named(entry, secrets))),
      };
    },
  };
}

function metadataWorkspace(context: MetadataContext, { id, name }: WorkspaceIdentity): SourceWorkspace {
  const { http, hintOf } = context;
  return {
    identity: { id, name },
    hasBranches: true,
    async listBranches() {
      const purpose = `the branches of the workspace ${quoted(name)} in ${quoted(context.identity.name)}`;
      const request = requestFor(context, `workspace/${id}/branch`, purpose, PRIORITY.branches);
      const { entries, error } = await hinting(hintOf, () =>
        readAllPages(http, request, branchSchema, ({ label }) => label),
      ).catch(liveBranchAlone);
      const kept = entries.filter(({ backup }) => backup !== true);
      return {
        entries: kept.map(({ label, live }) => metadataBranch(context, { id, name }, { label, live })),
        error,
      };
    },
  };
}

/**
 * What is left without the permission to list branches (Instance Workspace: Read): groups
 * can still be listed with Workspace API: Read alone, and without a branch they are those
 * of the live one. The list of branches counts as not read.
 */
function liveBranchAlone(error: unknown): Listing<BranchEntry> {
  if (!(error instanceof RequestError) || error.code !== 'ACCESS_DENIED') throw error;
  return { entries: [{ ...LIVE_BRANCH, backup: false }], error };
}

function metadataBranch(
  context: MetadataContext,
  workspace: WorkspaceIdentity,
  identity: BranchIdentity,
): SourceBranch {
  const { http, secrets, hintOf } = context;
  const shown = { ...identity, label: secrets.redact(identity.label) };
  const branch = identity.live ? '' : ` (branch ${quoted(shown.label)})`;
  return {
    identity: shown,
    async *listGroups() {
      const purpose = `the API groups of the workspace ${quoted(workspace.name)}${branch} in ${quoted(context.identity.name)}`;
      const request = requestFor(context, `workspace/${workspace.id}/apigroup`, purpose, PRIORITY.groups);
      const query = { branch: identity.label, page: '1', per_page: String(PER_PAGE), ...GROUP_ORDER };
      for (const [key, value] of Object.entries(query)) request.url.searchParams.set(key, value);
      try {
        for await (const { entries, error } of readPages(http, request, groupSchema, (group) => group.id)) {
          for (const { documentation } of entries) if (documentation?.token) secrets.add(documentation.token);
          yield {
            entries: entries.map((entry) => metadataGroup(context, workspace, named(entry, secrets))),
            error,
          };
        }
      } catch (error) {
        throw withHint(error, hintOf);
      }
    },
  };
}

function metadataGroup(
  context: MetadataContext,
  workspace: WorkspaceIdentity,
  entry: GroupEntry,
): SourceGroup {
  const { http, hintOf, identity: instance } = context;
  const { id, name, canonical } = entry;
  return {
    // Ids differ from branch to branch (see the list of groups), so the id alone says which branch is meant.
    identity: { id, name, canonical: canonical ?? null },
    documentation: documentationOf(entry),
    async fetchDocument(room): Promise<GroupAnswer> {
      const purpose = `the document of the API group ${quoted(name)} in ${quoted(instance.name)}`;
      const path = `workspace/${workspace.id}/apigroup/${id}/openapi`;
      const request = requestFor(context, path, purpose, PRIORITY.document);
      try {
        return await hinting(hintOf, () =>
          requestDocument(http, room === undefined ? request : { ...request, room }),
        );
      } catch (error) {
        return metadataUnreadable(error);
      }
    },
  };
}

function documentationOf({ swagger, documentation }: GroupEntry): SourceGroup['documentation'] {
  if (swagger === false) return 'disabled';
  if (documentation?.require_token === true) return 'token';
  return swagger === true ? 'public' : null;
}

function requestFor(
  { identity, base, limited, credential }: MetadataContext,
  path: string,
  purpose: string,
  priority: number,
): ClientRequest {
  return {
    url: below(base, path),
    purpose,
    credential,
    lane: identity.name,
    limited: limited === true,
    priority,
  };
}
