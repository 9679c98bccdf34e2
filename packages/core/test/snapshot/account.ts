/** Small accounts and what a walk through them yields, for the tests of the plan. */
import type { ApiGroup } from '../../src/catalog/identity.ts';
import type { FetchOutcome, ListedOutcome } from '../../src/fetch/outcome.ts';
import { XanoSpecsError } from '../../src/http/errors.ts';
import { memoryStaging, type ReducedOutcomes, reduceOutcomes, type Staging } from '../../src/index.ts';

/** A group of the account, with what a test wants to differ. */
export interface GroupSpec {
  readonly id: number;
  readonly name?: string;
  readonly instance?: string;
  readonly workspace?: number;
  readonly workspaceName?: string;
  readonly branch?: string | null;
  /** As it stands in the address of the group's document; of its own unless given. */
  readonly canonical?: string | null;
}

export function group(spec: GroupSpec): ApiGroup {
  const { id, name = `Group ${id}`, instance = 'shop', workspace = 1, branch = null } = spec;
  return {
    instance: { name: instance, display: instance.toUpperCase() },
    workspace: { id: workspace, name: spec.workspaceName ?? `Workspace ${workspace}` },
    branch: branch === null ? { label: 'v1', live: true } : { label: branch, live: false },
    group: { id, name, canonical: spec.canonical === undefined ? `c${id}` : spec.canonical },
  };
}

/** A small document; another `text` gives another document. */
export function bookDocument(text: string): Record<string, unknown> {
  return {
    openapi: '3.0.0',
    info: { title: text, version: '0.0.1' },
    paths: { '/book': { get: { responses: { 200: { description: text } } }, post: { responses: {} } } },
  };
}

export function documentOutcome(spec: GroupSpec, text = `document of ${spec.id}`): FetchOutcome {
  return { kind: 'document', group: group(spec), document: bookDocument(text) };
}

export function unreadableOutcome(spec: GroupSpec): FetchOutcome {
  return { kind: 'unreadable', group: group(spec), reason: 'documentation is disabled', remedy: 'enable it' };
}

export function failedOutcome(spec: GroupSpec): FetchOutcome {
  return { kind: 'failed', group: group(spec), error: new XanoSpecsError('TIMEOUT', 'no answer') };
}

/** The lists of an account that holds exactly these groups, as read whole. */
export function listings(specs: readonly GroupSpec[], live: string | null = null): FetchOutcome[] {
  const groups = specs.map(group);
  const instances = [...new Set(groups.map(({ instance }) => instance.name))];
  const scopes: ListedOutcome['scope'][] = [{ level: 'account', instances }];
  for (const instance of instances) {
    const inInstance = groups.filter((one) => one.instance.name === instance);
    const workspaces = [...new Set(inInstance.map(({ workspace }) => workspace.id))];
    scopes.push({ level: 'instance', instance, workspaces });
    for (const workspace of workspaces) {
      const inWorkspace = inInstance.filter((one) => one.workspace.id === workspace);
      const branchOf = ({ branch }: ApiGroup) => (branch.live ? null : branch.label);
      const branches = [...new Set([null, ...inWorkspace.map(branchOf)])];
      scopes.push({ level: 'workspace', instance, workspace, branches, live });
      for (const branch of branches) {
        const ids = inWorkspace.filter((one) => branchOf(one) === branch).map((one) => one.group.id);
        scopes.push({ level: 'branch', instance, workspace, branch, groups: ids });
      }
    }
  }
  return scopes.map((scope) => ({ kind: 'listed', scope }));
}

/** A whole walk in which everything went well. */
export function walk(specs: readonly GroupSpec[], text?: string): FetchOutcome[] {
  return [...listings(specs), ...specs.map((spec) => documentOutcome(spec, text))];
}

export async function* streamed(outcomes: readonly FetchOutcome[]): AsyncGenerator<FetchOutcome> {
  yield* outcomes;
}

export function reduced(
  outcomes: readonly FetchOutcome[],
  staging: Staging = memoryStaging(),
): Promise<ReducedOutcomes> {
  return reduceOutcomes(streamed(outcomes), { staging });
}
