import type { Filters } from '../catalog/filters.ts';
import { XanoSpecsError } from '../http/errors.ts';
import { plain } from '../http/words.ts';
import type {
  Listing,
  SourceBranch,
  SourceGroup,
  SourceInstance,
  SourceWorkspace,
} from '../sources/source.ts';
import type { Diagnosis } from './diagnosis.ts';

/** What the lists of an instance hold, and which of them could not be read. */
export interface Survey {
  /** How many the filters select; null when the list could not be read. */
  readonly workspaces: number | null;
  /** The selected groups, with names for people. */
  readonly groups: readonly { readonly label: string; readonly source: SourceGroup }[];
  readonly errors: readonly { readonly step: Diagnosis['step']; readonly error: XanoSpecsError }[];
  /** How many requests a whole run makes of the instance. */
  readonly requests: number;
}

/** Reads every list of an instance. */
export async function survey(instance: SourceInstance, filters: Filters): Promise<Survey> {
  const errors: { step: Diagnosis['step']; error: XanoSpecsError }[] = [];
  const groups: { label: string; source: SourceGroup }[] = [];
  let requests = 1;

  const listing = async <T>(
    step: Diagnosis['step'],
    read: () => Promise<Listing<T>>,
  ): Promise<readonly T[] | null> => {
    try {
      const { entries, error } = await read();
      if (error !== null) errors.push({ step, error });
      return entries;
    } catch (error) {
      if (!(error instanceof XanoSpecsError) || error.code === 'INTERRUPTED') throw error;
      errors.push({ step, error });
      return null;
    }
  };

  const surveyBranch = async (workspace: SourceWorkspace, branch: SourceBranch) => {
    const found: SourceGroup[] = [];
    await listing('workspace', async () => {
      let error: XanoSpecsError | null = null;
      for await (const page of branch.listGroups()) {
        found.push(...page.entries);
        error ??= page.error;
        if (workspace.hasBranches) requests += 1;
      }
      return { entries: found, error };
    });
    const place = {
      instance: instance.identity,
      workspace: workspace.identity,
      branch: branch.identity,
    };
    for (const source of found) {
      if (!filters.selects({ ...place, group: source.identity })) continue;
      const names = [instance.identity.name, workspace.identity.name, source.identity.name];
      if (!branch.identity.live) names.splice(2, 0, branch.identity.label);
      groups.push({ label: names.map((name) => plain(name)).join(' / '), source });
      requests += 1;
    }
  };

  const surveyWorkspace = async (workspace: SourceWorkspace) => {
    const branches = await listing('workspace', () => workspace.listBranches());
    if (workspace.hasBranches) requests += 1;
    for (const branch of branches ?? []) {
      if (filters.selectsBranch(branch.identity)) await surveyBranch(workspace, branch);
    }
  };

  const workspaces = await listing('instance', () => instance.listWorkspaces());
  const selected = workspaces?.filter(({ identity }) => filters.selectsWorkspace(identity));
  for (const workspace of selected ?? []) await surveyWorkspace(workspace);
  return { workspaces: selected?.length ?? null, groups, errors, requests };
}
