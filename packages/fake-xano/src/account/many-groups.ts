import { paths, write } from '../document/document.ts';
import { apiGroup, canonicalOf, liveBranch, recordEndpoints } from './make.ts';
import type { FakeAccount, FakeEndpoint } from './model.ts';
import { bookTable } from './tables.ts';

/** How much of everything: workspaces in each instance, groups in each workspace, bytes in each document. */
export interface ManyGroups {
  readonly instances: number;
  readonly workspaces: number;
  readonly groups: number;
  /** About so many bytes, never fewer. */
  readonly documentBytes: number;
  /** Whether every instance is on the free plan. */
  readonly limited?: boolean;
}

/**
 * Gives an account for load tests. All documents share one text for their paths and
 * differ in title and server, so that a thousand of them cost no more memory than one
 * and serving one costs no more than joining two strings.
 */
export function manyGroups(size: ManyGroups): FakeAccount {
  const tail = sharedPaths(size.documentBytes);
  return {
    id: 1,
    name: 'Ada Reader',
    email: 'ada@book-marketplace.example',
    instances: numbers(size.instances).map((i) => {
      const domain = `x${String(i).padStart(3, '0')}-load.n0.xano.io`;
      return {
        id: i,
        name: `instance-${i}`,
        display: `Instance ${i}`,
        description: '',
        domain,
        customDomain: null,
        limited: size.limited === true,
        workspaces: numbers(size.workspaces).map((w) => ({
          id: w,
          name: `Workspace ${w}`,
          description: '',
          canonical: canonicalOf(`${i} ${w}`),
          branches: [
            liveBranch(
              [],
              numbers(size.groups).map((g) => {
                const name = `Group ${i}-${w}-${g}`;
                const canonical = canonicalOf(name);
                const head = write(name, '', `https://${domain}/api:${canonical}`, {});
                return apiGroup((w - 1) * size.groups + g, name, [], {
                  canonical,
                  document: () => withPaths(head, tail),
                });
              }),
            ),
          ],
        })),
      };
    }),
  };
}

const EMPTY_PATHS = '"paths": {}';

function withPaths(head: string, tail: string): string {
  return head.slice(0, head.lastIndexOf(EMPTY_PATHS)) + tail;
}

/** The end of a document from `"paths"` on, of at least so many bytes. */
function sharedPaths(bytes: number): string {
  const endpoints: FakeEndpoint[] = [];
  const made = () => {
    const whole = write('', '', '', paths(endpoints, [bookTable()], null));
    return whole.slice(whole.indexOf('"paths": {'));
  };
  const records = recordEndpoints('book', { authenticated: true, paged: true });
  endpoints.push(...records);
  const rounds = Math.ceil(bytes / made().length);
  for (const round of numbers(rounds).slice(1)) {
    endpoints.push(...records.map((endpoint) => ({ ...endpoint, path: `/shelf_${round}${endpoint.path}` })));
  }
  return made();
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
