import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Report, renderJson } from '@xano-specs/openapi-diff';
import type { Excerpts } from '@xano-specs/report';
import type { ReportContext } from '../comment/context.ts';
import { renderComment } from '../comment/render-comment.ts';
import { reportPage } from './report-page.ts';
import { sarifOf } from './sarif.ts';

/** The paths of a report's files. */
export interface ReportFiles {
  readonly markdown: string;
  readonly html: string;
  readonly json: string;
  readonly sarif: string;
}

/**
 * Writes the whole report: nothing is cut from the JSON, and nothing for length from the markdown.
 * @param directory where the files go; a new folder below `temp` when it is ''
 */
export async function writeReportFiles(
  report: Report,
  excerpts: Excerpts,
  context: ReportContext,
  { directory, temp, workspace }: { directory: string; temp: string; workspace: string },
): Promise<ReportFiles> {
  const folder =
    directory === '' ? await mkdtemp(join(temp || tmpdir(), 'api-diff-')) : resolve(workspace, directory);
  await mkdir(folder, { recursive: true });
  const file = (extension: string) => join(folder, `api-diff.${extension}`);
  const files = {
    markdown: file('md'),
    html: join(folder, 'report.html'),
    json: file('json'),
    sarif: file('sarif'),
  };
  await writeNew(files.json, renderJson(report));
  await writeNew(files.sarif, sarifOf(report, context));
  await writeNew(files.markdown, `${renderComment(report, context, Number.POSITIVE_INFINITY)}\n`);
  await writeNew(files.html, reportPage(report, excerpts, context));
  return files;
}

/** The folder may be one of a pull request that was checked out: no link in it leads to what is written over. */
async function writeNew(path: string, text: string): Promise<void> {
  await rm(path, { force: true });
  await writeFile(path, text, { flag: 'wx' });
}
