/**
 * Writes the code of the site's pages into `src/assets.generated.ts`, which is committed.
 *
 * usage: node scripts/build-assets.ts [--check]
 *
 * With --check it writes nothing, and exits with 1 when what is committed is out of date.
 */
import { makeAssets } from '../../../scripts/page-assets.ts';

await makeAssets({
  sources: new URL('../src/page/', import.meta.url),
  early: '@xano-specs/report/page/early.ts',
  pages: [{ constant: 'SITE_ASSETS', script: 'site.tsx', style: 'styles/site.css' }],
  target: new URL('../src/assets.generated.ts', import.meta.url),
  typeFrom: '@xano-specs/report',
});
