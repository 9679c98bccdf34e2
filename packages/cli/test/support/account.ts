import type { FakeApiGroup, FakeColumn, FakeXano } from '@xano-specs/fake-xano';

/** The environment that leads the command to a fake Xano, with the credential of one API. */
export function environmentOf(
  xano: FakeXano,
  api: 'metadata' | 'developer' = 'metadata',
): Record<string, string> {
  const credential =
    api === 'metadata'
      ? { XANO_ACCESS_TOKEN: xano.accessToken }
      : { XANO_DEVELOPER_API_KEY: xano.developerApiKey };
  return { ...credential, XANO_MASTER_URL: xano.masterUrl };
}

/** An API group of the book shop, by its name. */
export function groupOf({ account }: FakeXano, name: string): FakeApiGroup {
  const groups = account.instances
    .flatMap(({ workspaces }) => workspaces)
    .flatMap(({ branches }) => branches.flatMap((branch) => branch.groups));
  const found = groups.find((group) => group.name === name);
  if (found === undefined) throw new Error(`The book shop has no ${name}.`);
  return found;
}

/** The column of the price of a book. */
export function priceOf({ account }: FakeXano): FakeColumn {
  const [column] = account.instances
    .flatMap(({ workspaces }) => workspaces)
    .flatMap(({ branches }) => branches.flatMap(({ tables }) => tables))
    .flatMap(({ columns }) => columns.filter(({ name }) => name === 'price'));
  if (column === undefined) throw new Error('The book shop has no price.');
  return column;
}

/** The secrets of a fake that stand in a text: none should. */
export function secretsIn(xano: FakeXano, text: string): string[] {
  return xano
    .secrets()
    .filter(({ value }) => text.includes(value))
    .map(({ label }) => label);
}

/** Text without what differs from run to run: ports and times. */
export function steady(text: string): string {
  return text.replace(/127\.0\.0\.1:\d+/g, 'HOST').replace(/\b\d+(?:\.\d+)? (?:s|ms)\b/g, 'TIME');
}
