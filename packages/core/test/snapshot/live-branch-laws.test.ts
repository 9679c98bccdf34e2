import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { FetchOutcome, ListedOutcome } from '../../src/fetch/outcome.ts';
import { XanoSpecsError } from '../../src/http/errors.ts';
import { EMPTY_MANIFEST, planSnapshot } from '../../src/index.ts';
import { documentOutcome, failedOutcome, group, reduced } from './account.ts';

/** How many histories are tried; more of them when asked for. */
const RUNS = Number(process.env.XANO_SPECS_RUNS ?? 300);

const LABELS = ['v1', 'v2', 'v3'] as const;

interface Branch {
  readonly label: string;
  readonly groups: readonly { readonly id: number; readonly canonical: string; readonly text: number }[];
}

/** The branches of a workspace, the live one first. */
type Workspace = readonly [Branch, ...Branch[]];

/** What people do to a workspace: to the branch, and the group, that `at` falls on. */
const act = fc.record({
  what: fc.constantFrom('make', 'edit', 'delete', 'branch off', 'set live', 'set live', 'delete branch'),
  at: fc.nat({ max: 11 }),
});
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** What people did since the last run, and what that one can't have: lists of branches, and documents. */
const day = fc.record({
  acts: fc.array(act, { maxLength: 3 }),
  lists: fc.subarray(['branches', ...LABELS], { maxLength: 2 }),
  documents: fc.array(fc.nat({ max: 8 }), { maxLength: 3 }),
});
type Day = typeof day extends fc.Arbitrary<infer T> ? T : never;

/** @param fresh a number that stands for nothing yet */
function after(workspace: Workspace, { what, at }: Act, fresh: number): Workspace {
  const [live, ...others] = workspace;
  const branch = workspace[at % workspace.length] ?? live;
  const chosen = branch.groups[at % Math.max(branch.groups.length, 1)];
  const withGroups = (groups: Branch['groups']): Workspace => {
    const replace = (one: Branch) => (one === branch ? { ...branch, groups } : one);
    return [replace(live), ...others.map(replace)];
  };
  const label = LABELS.find((one) => workspace.every((other) => other.label !== one));
  switch (what) {
    case 'make':
      return withGroups([...branch.groups, { id: fresh, canonical: `c${fresh}`, text: fresh }]);
    case 'edit':
      return withGroups(branch.groups.map((one) => (one === chosen ? { ...one, text: fresh } : one)));
    case 'delete':
      return withGroups(branch.groups.filter((one) => one !== chosen));
    case 'branch off': {
      const groups = branch.groups.map((one, index) => ({ ...one, id: fresh + index }));
      return label === undefined ? workspace : [live, ...others, { label, groups }];
    }
    case 'set live':
      return [branch, ...workspace.filter((one) => one !== branch)];
    default:
      return [live, ...others.filter((one) => one !== branch)];
  }
}

/** What a run sees of a workspace. */
function seen([live, ...others]: Workspace, { lists, documents }: Omit<Day, 'acts'>): FetchOutcome[] {
  const { instance, workspace } = group({ id: 1 });
  const listed = (scope: ListedOutcome['scope']): FetchOutcome => ({ kind: 'listed', scope });
  const unlisted = (branch: string | null): FetchOutcome => ({
    kind: 'listing-failed',
    scope: { instance, workspace, branch },
    error: new XanoSpecsError('TIMED_OUT', 'no answer'),
  });
  const within = { instance: instance.name, workspace: workspace.id };
  const outcomes = [
    listed({ level: 'account', instances: [instance.name] }),
    listed({ level: 'instance', instance: instance.name, workspaces: [workspace.id] }),
  ];
  if (lists.includes('branches')) return [...outcomes, unlisted(null)];
  const branches = [null, ...others.map(({ label }) => label)];
  outcomes.push(listed({ level: 'workspace', ...within, branches, live: live.label }));
  let place = 0;
  for (const { label, groups } of [live, ...others]) {
    const branch = label === live.label ? null : label;
    if (lists.includes(label)) {
      outcomes.push(unlisted(branch));
      continue;
    }
    outcomes.push(listed({ level: 'branch', ...within, branch, groups: groups.map(({ id }) => id) }));
    for (const { id, canonical, text } of groups) {
      const spec = { id, canonical, branch };
      const isHad = !documents.includes(place++);
      outcomes.push(isHad ? documentOutcome(spec, String(text)) : failedOutcome(spec));
    }
  }
  return outcomes;
}

/** Where the documents of a snapshot stand, to be compared with where those of Xano do. */
const standing = (places: { branch: string | null; group: { id: number } }[]) =>
  places.map(({ branch, group: { id } }) => `${branch ?? 'live'} ${id}`).toSorted();

test('whatever branch is made live, and whatever fails, no group that is in Xano loses its document, and a run that sees all brings the rest', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(day, { minLength: 2, maxLength: 10 }), async (days) => {
      let manifest = EMPTY_MANIFEST;
      let xano: Workspace = [{ label: 'v1', groups: [{ id: 1, canonical: 'c1', text: 1 }] }];
      let fresh = 100;
      const run = async (failing: Omit<Day, 'acts'>) => {
        const outcomes = await reduced(seen(xano, failing));
        return planSnapshot(manifest, outcomes, { maxRemoved: Number.POSITIVE_INFINITY }).manifest;
      };
      for (const { acts, ...failing } of days) {
        for (const one of acts) {
          xano = after(xano, one, fresh);
          fresh += 100;
        }
        const had = new Set(manifest.groups.map(({ group: { id } }) => id));
        manifest = await run(failing);
        const has = new Set(manifest.groups.map(({ group: { id } }) => id));
        const ids = xano.flatMap(({ groups }) => groups.map(({ id }) => id));
        expect(ids.filter((id) => had.has(id) && !has.has(id))).toEqual([]);
      }
      manifest = await run({ lists: [], documents: [] });
      const [live] = xano;
      const inXano = xano.flatMap(({ label, groups }) =>
        groups.map(({ id }) => ({ branch: label === live.label ? null : label, group: { id } })),
      );
      expect(standing([...manifest.groups])).toEqual(standing(inXano));
    }),
    { numRuns: RUNS },
  );
});
