import { groupsOf } from './account/find.ts';
import type { FakeXano } from './fake-xano.ts';

/** Gives lines for a person who started the fake: what to paste, and what stands where. */
export function describeFake(fake: FakeXano): string {
  const hosts = fake.origins
    .filter((origin) => origin.role !== 'elsewhere')
    .map(
      (origin) =>
        `  ${origin.url}  ${origin.role === 'master' ? 'master service' : origin.role} ${origin.domain}`,
    );
  const groups = groupsOf(fake.account).map(
    ({ instance, workspace, branch, group }) =>
      `  ${instance.name} / ${workspace.name} / ${branch.live ? '' : `${branch.label} / `}${group.name}`,
  );
  return [
    `A fake Xano answers at ${fake.masterUrl}`,
    '',
    'Metadata API:',
    `  XANO_ACCESS_TOKEN=${fake.accessToken}`,
    'Developer API:',
    `  XANO_DEVELOPER_API_KEY=${fake.developerApiKey}`,
    'Either, with:',
    `  XANO_MASTER_URL=${fake.masterUrl}`,
    '',
    'Hosts:',
    ...hosts,
    '',
    'API groups:',
    ...groups,
    '',
  ].join('\n');
}
