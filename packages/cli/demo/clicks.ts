import { type FakeAccount, type FakeApiGroup, type FakeTable, recordEndpoints } from '@xano-specs/fake-xano';

/** Something that a person does in Xano's screens, and what it does to the account. */
export interface Click {
  readonly what: string;
  readonly on: (account: FakeAccount) => void;
}

/** A morning's work in Xano, half of which nobody meant to break anything with. */
export const CLICKS: readonly Click[] = [
  {
    what: 'the column price of the table book becomes text',
    on: (account) => {
      const price = tableOf(account, 'book').columns.find(({ name }) => name === 'price');
      if (price !== undefined) price.type = 'text';
    },
  },
  {
    what: 'POST /order gets an input currency, and it must be given',
    on: (account) => {
      const order = groupOf(account, 'Private API').endpoints.find(
        ({ verb, path }) => verb === 'POST' && path === '/order',
      );
      order?.inputs.push({ name: 'currency', type: 'text', required: true });
    },
  },
  {
    what: 'the table book gets a column subtitle',
    on: (account) => {
      tableOf(account, 'book').columns.push({ name: 'subtitle', type: 'text', nullable: true });
    },
  },
  {
    what: 'the Public API gets an endpoint GET /review',
    on: (account) => {
      const [list] = recordEndpoints('review', { authenticated: false });
      if (list !== undefined) groupOf(account, 'Public API').endpoints.push(list);
    },
  },
];

function branchesOf({ instances }: FakeAccount) {
  return instances.flatMap(({ workspaces }) => workspaces.flatMap(({ branches }) => branches));
}

function tableOf(account: FakeAccount, name: string): FakeTable {
  return found(
    branchesOf(account).flatMap(({ tables }) => tables),
    name,
  );
}

function groupOf(account: FakeAccount, name: string): FakeApiGroup {
  return found(
    branchesOf(account).flatMap(({ groups }) => groups),
    name,
  );
}

function found<T extends { name: string }>(all: readonly T[], name: string): T {
  const one = all.find((candidate) => candidate.name === name);
  if (one === undefined) throw new Error(`The book shop has no ${name}.`);
  return one;
}
