import { apiGroup, canonicalOf, liveBranch, recordEndpoints } from './make.ts';
import type { FakeAccount, FakeApiGroup, FakeInstance, FakeTable } from './model.ts';
import { accountTable, authorTable, bookTable } from './tables.ts';

/**
 * Gives the account of the example in Xano's page on its Developer API: two instances,
 * one workspace, two API groups, the second of which is on another host.
 */
export function documentedExample(): FakeAccount {
  return exampleAccount(
    [bookTable(), authorTable(), accountTable()],
    [
      publicApi({ endpoints: recordEndpoints('book', { authenticated: false }) }),
      privateApi({ endpoints: recordEndpoints('account', { authenticated: true }) }),
    ],
  );
}

/** Gives the example's account with these tables and groups in its one workspace. */
export function exampleAccount(tables: FakeTable[], groups: FakeApiGroup[]): FakeAccount {
  return {
    id: 1,
    name: 'Ada Reader',
    email: 'ada@book-marketplace.example',
    instances: [
      {
        ...instance(1, 'explore-instance', 'Explore Instance', 'x8d0-doy0-xx99.n0.xano.io'),
        workspaces: [
          {
            id: 2,
            name: 'Book Marketplace',
            description: 'This is an example workspace.',
            canonical: canonicalOf('Book Marketplace'),
            branches: [liveBranch(tables, groups)],
          },
        ],
      },
      instance(2, 'starter-instance', 'Starter Instance', 'x2b9-k1rt-aa04.n7.xano.io'),
    ],
  };
}

/** Gives the example's Public API, on its instance's host. */
export function publicApi(details: Partial<FakeApiGroup>): FakeApiGroup {
  return apiGroup(4, 'Public API', [], { canonical: 'Wk_siXX', ...details });
}

/** Gives the example's Private API, which is on a host of its own. */
export function privateApi(details: Partial<FakeApiGroup>): FakeApiGroup {
  return apiGroup(5, 'Private API', [], {
    canonical: 'YkBUXX',
    domain: 'xb17-541e-40b9.dev.xano.io',
    ...details,
  });
}

function instance(id: number, name: string, display: string, domain: string): FakeInstance {
  return { id, name, display, description: '', domain, customDomain: null, limited: false, workspaces: [] };
}
