import { type PageAssets, REPORT_ASSETS } from '@xano-specs/report';
import { SITE_ASSETS } from './assets.generated.ts';
import { hashOf } from './state/hash.ts';
import { STATE_FORMAT } from './state/state.ts';

/** The files that pages share, by their paths; a name holds the hash of the text, so that none is taken from a cache. */
export const ASSET_FILES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(SITE_ASSETS).map(([kind, text]) => [pathOf('site', kind, text), text] as const),
  ...Object.entries(REPORT_ASSETS).map(([kind, text]) => [pathOf('report', kind, text), text] as const),
]);

/** What of this code decides how a page looks; `version` is that of the program around it. */
export function builderOf(version: string): string {
  return hashOf([STATE_FORMAT, version, [...ASSET_FILES.keys()]]);
}

/** The addresses of the code of the site's own pages, or of a change report, seen from a page. */
export function assetsOf(kind: 'site' | 'report', root: string): PageAssets {
  const { early, script, style } = kind === 'site' ? SITE_ASSETS : REPORT_ASSETS;
  return {
    early: root + pathOf(kind, 'early', early),
    script: root + pathOf(kind, 'script', script),
    style: root + pathOf(kind, 'style', style),
  };
}

function pathOf(name: string, kind: string, text: string): string {
  return `assets/${name}-${kind}-${hashOf(text).slice(0, 12)}.${kind === 'style' ? 'css' : 'js'}`;
}
