export { anchorsOf } from './anchors.ts';
export { REPORT_ASSETS } from './assets.generated.ts';
export { cut } from './cut.ts';
export { Excerpts, type Versions } from './excerpt/excerpts.ts';
export { htmlText } from './html/html-text.ts';
export {
  type LinkedPage,
  linkedShell,
  type PageAssets,
  type PageContent,
  pageShell,
} from './html/page-shell.ts';
export type { PageCounts, PageLink, PageStep } from './page-data.ts';
export { renderReport, reportContent } from './render-report.ts';
export type { ReportPage } from './report-page.ts';
