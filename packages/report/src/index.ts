export { Excerpts, type Versions } from './excerpt/excerpts.ts';
export { type PageAssets, type PageContent, pageShell } from './html/page-shell.ts';
export type { PageLink } from './page-data.ts';
export { renderReport } from './render-report.ts';
export type { ReportPage } from './report-page.ts';
