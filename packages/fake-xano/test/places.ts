/** Places of the book shop that tests edit: what someone would click on. */
import type {
  FakeAccount,
  FakeApiGroup,
  FakeBranch,
  FakeInstance,
  FakeTable,
  FakeWorkspace,
} from '../src/index.ts';

export const EXPLORE_DOMAIN = 'x8d0-doy0-xx99.n0.xano.io';
export const PRIVATE_DOMAIN = 'xb17-541e-40b9.dev.xano.io';

export function instanceOf(account: FakeAccount, name = 'explore-instance'): FakeInstance {
  return found(account.instances, ({ name: own }) => own === name);
}

export function workspaceOf(account: FakeAccount): FakeWorkspace {
  return found(instanceOf(account).workspaces, ({ name }) => name === 'Book Marketplace');
}

export function branchOf(account: FakeAccount, label = 'v1'): FakeBranch {
  return found(workspaceOf(account).branches, (branch) => branch.label === label);
}

export function groupOf(account: FakeAccount, name = 'Public API', branch = 'v1'): FakeApiGroup {
  return found(branchOf(account, branch).groups, (group) => group.name === name);
}

export function tableOf(account: FakeAccount, name = 'book'): FakeTable {
  return found(branchOf(account).tables, (table) => table.name === name);
}

function found<T>(all: readonly T[], is: (one: T) => boolean): T {
  const one = all.find(is);
  if (one === undefined) throw new Error('The book shop has no such place.');
  return one;
}
