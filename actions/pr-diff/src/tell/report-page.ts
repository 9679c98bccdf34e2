import type { Report } from '@xano-specs/openapi-diff';
import { check } from '@xano-specs/openapi-diff';
import { type Excerpts, type PageLink, renderReport } from '@xano-specs/report';
import type { Compared, ReportContext } from '../comment/context.ts';
import { checkUrl, linksOf } from '../comment/links.ts';
import { withNames } from '../comment/named-report.ts';
import { shortOid } from '../comment/words.ts';

/** The report as a page: its documents are called as people call them, and lines are linked where GitHub shows them. */
export function reportPage(report: Report, excerpts: Excerpts, context: ReportContext): string {
  const { compared, reportUrl, documentWord, notes } = context;
  const links = linksOf(compared, reportUrl);
  return renderReport({
    report,
    excerpts,
    names: namesOf(report, context),
    groupWord: documentWord,
    sides: {
      base: shortOid(compared.base),
      head: compared.head === null ? 'Xano as it is now' : shortOid(compared.head),
    },
    subject: subjectOf(compared),
    placeUrl: (file, side, line) => links.place?.(file, side, line) ?? null,
    notes: notes.map(({ about, text }) => (about === null ? text : `${about}: ${text}`)),
    describe: (id) => {
      const found = check(id);
      return found === null ? null : { meaning: found.meaning, url: checkUrl(id) };
    },
  });
}

/** The names of the comment, by those of the report. */
function namesOf(report: Report, { names }: ReportContext): ReadonlyMap<string, string> {
  const named = withNames(report, names).documents ?? [];
  return new Map((report.documents ?? []).map(({ name }, index) => [name, named[index]?.name ?? name]));
}

function subjectOf({ serverUrl, repository: { owner, repo }, pullRequest }: Compared): PageLink {
  const name = `${owner}/${repo}`;
  const url = `${serverUrl}/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}`;
  return pullRequest === null
    ? { text: name, url }
    : { text: `Pull request ${pullRequest} of ${name}`, url: `${url}/pull/${pullRequest}` };
}
