import { type InstanceIdentity, LIVE_BRANCH, named } from '../catalog/identity.ts';
import { addressOf } from '../http/address.ts';
import type { ClientRequest, HttpClient } from '../http/client.ts';
import { RequestError } from '../http/request-error.ts';
import { quoted } from '../http/words.ts';
import { type GroupEntry, groupSchema, type WorkspaceEntry, workspaceSchema } from './developer-schemas.ts';
import { asJson, canonicalIn, INSTANCE_API, TOKEN_PARAMETERS } from './inferred.ts';
import { InstanceSession, type SessionOptions } from './instance-session.ts';
import { PRIORITY } from './priority.ts';
import { notAList, readJson } from './read-answer.ts';
import { requestDocument } from './read-document.ts';
import { readEntries } from './read-entries.ts';
import type { GroupAnswer, Listing, SourceGroup, SourceInstance, SourceWorkspace } from './source.ts';
import { documentUnreadable } from './unreadable.ts';
import { below } from './url.ts';

export interface DeveloperInstanceOptions {
  readonly identity: InstanceIdentity;
  readonly session: SessionOptions;
  readonly includeInstanceApi: boolean;
}

/** Gives an instance as the Developer API shows it: its workspaces, with the API groups of their live branches. */
export function developerInstance(options: DeveloperInstanceOptions): SourceInstance {
  const { identity, includeInstanceApi } = options;
  const session = new InstanceSession(options.session);
  const context: Context = { ...options.session, identity, session };
  return {
    identity,
    limited: null,
    async listWorkspaces() {
      const { entries, error } = await session.use(async ({ api, credential }) => {
        const request: ClientRequest = {
          url: below(api, 'workspace'),
          purpose: `the workspaces of the instance ${quoted(identity.name)}`,
          credential,
          lane: identity.name,
          priority: PRIORITY.workspaces,
        };
        const value = await readJson(context.http, request);
        if (!Array.isArray(value)) throw notAList(value, request);
        const listing = readEntries(value, workspaceSchema, request, ({ id }) => id);
        return {
          entries: listing.entries.map((entry) =>
            developerWorkspace(context, named(entry, context.secrets), request),
          ),
          error: listing.error,
        };
      });
      return { entries: includeInstanceApi ? [...entries, instanceApi(context)] : entries, error };
    },
  };
}

interface Context {
  readonly identity: InstanceIdentity;
  readonly session: InstanceSession;
  readonly http: HttpClient;
  readonly secrets: SessionOptions['secrets'];
}

function developerWorkspace(
  context: Context,
  { id, name, apigroups }: WorkspaceEntry,
  request: ClientRequest,
): SourceWorkspace {
  const inWorkspace = {
    ...request,
    purpose: `the API groups of the workspace ${quoted(name)} in ${quoted(context.identity.name)}`,
  };
  return liveOnly({ id, name }, () => {
    const { entries, error } = readEntries(apigroups, groupSchema, inWorkspace, (group) => group.id);
    return { entries: entries.map((entry) => developerGroup(context, named(entry, context.secrets))), error };
  });
}

/** A workspace whose groups are known, all in the one branch that the Developer API knows. */
function liveOnly(
  identity: SourceWorkspace['identity'],
  groups: () => Listing<SourceGroup>,
): SourceWorkspace {
  return {
    identity,
    hasBranches: false,
    listBranches: async () => ({
      entries: [
        {
          identity: LIVE_BRANCH,
          async *listGroups() {
            yield groups();
          },
        },
      ],
      error: null,
    }),
  };
}

function developerGroup({ identity, http, secrets }: Context, entry: GroupEntry): SourceGroup {
  const { id, name, swaggerspec } = entry;
  return {
    identity: { id, name, canonical: URL.canParse(swaggerspec) ? canonicalIn(new URL(swaggerspec)) : null },
    documentation: null,
    async fetchDocument(room): Promise<GroupAnswer> {
      const address = addressOf(swaggerspec, `The address of the document of ${quoted(name)} (swaggerspec)`);
      for (const parameter of TOKEN_PARAMETERS) {
        for (const value of address.searchParams.getAll(parameter)) secrets.add(value);
      }
      // No credential: these APIs are the user's own, on whatever host.
      const request: ClientRequest = {
        url: asJson(address),
        purpose: `the document of the API group ${quoted(name)} in ${quoted(identity.name)}`,
        credential: null,
        lane: identity.name,
        priority: PRIORITY.document,
        ...(room === undefined ? {} : { room }),
      };
      try {
        return await requestDocument(http, request);
      } catch (error) {
        return documentUnreadable(error);
      }
    },
  };
}

/** Step 4b: the document of the instance's own Developer API, as one group of a workspace of its own. */
function instanceApi({ identity, session, http }: Context): SourceWorkspace {
  const group: SourceGroup = {
    identity: INSTANCE_API.group,
    documentation: null,
    fetchDocument: (room) =>
      session.use(async ({ swaggerspec, credential }): Promise<GroupAnswer> => {
        const purpose = `the document of the Developer API of ${quoted(identity.name)}`;
        if (swaggerspec === null) {
          throw new RequestError(
            'WRONG_SHAPE',
            `The answer of the tokenUrl names no address of ${purpose}.`,
            {
              hint: "Leave out the document of the instance's own API.",
            },
          );
        }
        return await requestDocument(http, {
          url: asJson(addressOf(swaggerspec, `The address of ${purpose} (swaggerspec)`)),
          purpose,
          credential,
          lane: identity.name,
          priority: PRIORITY.document,
          ...(room === undefined ? {} : { room }),
        });
      }),
  };
  return liveOnly(INSTANCE_API.workspace, () => ({ entries: [group], error: null }));
}
