import pLimit, { type LimitFunction } from 'p-limit';
import type { Filters } from '../catalog/filters.ts';
import type { ApiGroup, BranchIdentity, InstanceIdentity, WorkspaceIdentity } from '../catalog/identity.ts';
import type { HttpClient } from '../http/client.ts';
import { XanoSpecsError } from '../http/errors.ts';
import type { OnFetchEvent } from '../http/events.ts';
import { RequestError } from '../http/request-error.ts';
import type { Room } from '../http/room.ts';
import type {
  GroupAnswer,
  Listing,
  SourceAccount,
  SourceBranch,
  SourceGroup,
  SourceInstance,
  SourceWorkspace,
} from '../sources/source.ts';
import type {
  BranchScope,
  DocumentOutcome,
  FetchOutcome,
  ListedOutcome,
  ListingFailedOutcome,
} from './outcome.ts';

/** How many groups of an instance wait for their turn at a time, for each request that it may answer. */
const WAITING_PER_REQUEST = 2;

export interface WalkOptions {
  readonly http: HttpClient;
  readonly filters: Filters;
  /** Where documents are held until somebody takes them. */
  readonly room: Room;
  readonly put: (found: Found) => void;
  readonly onEvent: OnFetchEvent;
}

/** An outcome, or an answer that is parsed to one when its turn comes. */
export type Found =
  | Exclude<FetchOutcome, DocumentOutcome>
  | ({ readonly group: ApiGroup } & Extract<GroupAnswer, { kind: 'answer' }>);

/** What stands for the end of a list that is read in pages. */
const LAST_PAGE: Listing<never> = { entries: [], error: null };

/** How far a walk came. */
export interface WalkCounts {
  readonly groups: number;
  readonly listingsFailed: number;
}

/** Walks through an account. Everything that doesn't depend on each other goes on at the same time. */
export class Walk {
  readonly #options: WalkOptions;
  #groups = 0;
  #listingsFailed = 0;

  constructor(options: WalkOptions) {
    this.#options = options;
  }

  /** @throws RequestError INTERRUPTED; everything else that fails is an outcome */
  async run(account: SourceAccount): Promise<WalkCounts> {
    const instances = await this.#list(null, () => account.listInstances());
    if (instances?.error === null && account.isListed) {
      this.#listed({ level: 'account', instances: instances.entries.map(({ identity }) => identity.name) });
    }
    const selected = instances?.entries.filter(({ identity }) =>
      this.#options.filters.selectsInstance(identity),
    );
    await together(selected, (instance) => this.#instance(instance));
    return { groups: this.#groups, listingsFailed: this.#listingsFailed };
  }

  async #instance(source: SourceInstance): Promise<void> {
    const { http, filters } = this.#options;
    const instance = source.identity;
    const workspaces = await this.#list({ instance, workspace: null, branch: null }, () =>
      source.listWorkspaces(),
    );
    if (workspaces?.error === null) {
      const ids = workspaces.entries.map(({ identity }) => identity.id);
      this.#listed({ level: 'instance', instance: instance.name, workspaces: ids });
    }
    const limit = pLimit(http.concurrencyPerOrigin * WAITING_PER_REQUEST);
    const selected = workspaces?.entries.filter(({ identity }) => filters.selectsWorkspace(identity));
    await together(selected, (workspace) => this.#workspace(instance, workspace, limit));
  }

  async #workspace(instance: InstanceIdentity, source: SourceWorkspace, limit: LimitFunction): Promise<void> {
    const workspace = source.identity;
    const branches = await this.#list({ instance, workspace, branch: null }, () => source.listBranches());
    if (branches?.error === null && source.hasBranches) {
      this.#listed({
        level: 'workspace',
        instance: instance.name,
        workspace: workspace.id,
        branches: branches.entries.map(({ identity }) => scopeOf(identity)),
        live: branches.entries.find(({ identity }) => identity.live)?.identity.label || null,
      });
    }
    const selected = branches?.entries.filter(({ identity }) =>
      this.#options.filters.selectsBranch(identity),
    );
    await together(selected, (branch) => this.#branch({ instance, workspace }, branch, limit));
  }

  async #branch(
    place: { readonly instance: InstanceIdentity; readonly workspace: WorkspaceIdentity },
    source: SourceBranch,
    limit: LimitFunction,
  ): Promise<void> {
    const branch = source.identity;
    const scope = { ...place, branch: scopeOf(branch) };
    const underWay: Promise<void>[] = [];
    try {
      const groups = await this.#pages(scope, source, (page) =>
        underWay.push(this.#groupsOf({ ...place, branch }, page, limit)),
      );
      if (groups === null) return;
      const { instance, workspace } = place;
      this.#listed({
        level: 'branch',
        instance: instance.name,
        workspace: workspace.id,
        branch: scope.branch,
        groups,
      });
    } finally {
      await together(underWay, (groups) => groups);
    }
  }

  /** Hands out the groups of a branch page by page. Gives all their ids, or null when the list was not read whole. */
  async #pages(
    scope: ListingFailedOutcome['scope'],
    source: SourceBranch,
    onPage: (groups: readonly SourceGroup[]) => void,
  ): Promise<number[] | null> {
    const ids: number[] = [];
    // What is wrong on each page is told once of the list: that which ended it, or else the last of them.
    let error: XanoSpecsError | null = null;
    const pages = source.listGroups()[Symbol.asyncIterator]();
    for (;;) {
      const page = await attempt(async () => {
        const { done, value } = await pages.next();
        return done === true ? LAST_PAGE : value;
      });
      error = page.error ?? error;
      if (page.entries === null || page === LAST_PAGE) break;
      ids.push(...page.entries.map(({ identity }) => identity.id));
      onPage(page.entries);
    }
    if (error === null) return ids;
    this.#notListed(scope, error);
    return null;
  }

  async #groupsOf(
    place: Omit<ApiGroup, 'group'>,
    sources: readonly SourceGroup[],
    limit: LimitFunction,
  ): Promise<void> {
    const selected = sources.filter(({ identity }) =>
      this.#options.filters.selects({ ...place, group: identity }),
    );
    this.#groups += selected.length;
    if (selected.length > 0) this.#options.onEvent({ kind: 'found', groups: selected.length });
    await together(selected, (source) =>
      limit(() => this.#group({ ...place, group: source.identity }, source)),
    );
  }

  async #group(group: ApiGroup, source: SourceGroup): Promise<void> {
    const { put, room } = this.#options;
    try {
      put({ group, ...(await source.fetchDocument(room)) });
    } catch (error) {
      put({ kind: 'failed', group, error: asOutcome(error) });
    }
  }

  /** Reads a list. What can't be read is an outcome; null when nothing of it could be. */
  async #list<T>(
    scope: ListingFailedOutcome['scope'],
    read: () => Promise<Listing<T>>,
  ): Promise<Listing<T> | null> {
    const listing = await attempt(read);
    if (listing.error !== null) this.#notListed(scope, listing.error);
    return listing.entries === null ? null : listing;
  }

  #listed(scope: ListedOutcome['scope']): void {
    this.#options.put({ kind: 'listed', scope });
  }

  #notListed(scope: ListingFailedOutcome['scope'], error: XanoSpecsError): void {
    this.#listingsFailed += 1;
    this.#options.put({ kind: 'listing-failed', scope, error });
  }
}

/** Reads a list, or a page of one; without entries when nothing of it could be read. */
async function attempt<T>(
  read: () => Promise<Listing<T>>,
): Promise<Listing<T> | { readonly entries: null; readonly error: XanoSpecsError }> {
  try {
    return await read();
  } catch (error) {
    return { entries: null, error: asOutcome(error) };
  }
}

function scopeOf({ live, label }: BranchIdentity): BranchScope {
  return live ? null : label;
}

/** Does all of it at the same time, and waits for all before it fails. */
async function together<T>(items: readonly T[] | undefined, work: (item: T) => Promise<void>): Promise<void> {
  const settled = await Promise.allSettled((items ?? []).map((item) => work(item)));
  for (const result of settled) if (result.status === 'rejected') throw result.reason;
}

/** Gives an error as an outcome holds it. The end of the run is none: it is thrown. */
export function asOutcome(error: unknown): XanoSpecsError {
  if (error instanceof RequestError && error.code === 'INTERRUPTED') throw error;
  if (error instanceof XanoSpecsError) return error;
  throw error;
}
