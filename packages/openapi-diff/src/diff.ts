import type { ClassifyOptions } from './classify/classify.ts';
import { type PolicySettings, policyOf } from './classify/policy.ts';
import { type CompareOptions, compare } from './compare/compare.ts';
import type { Finding } from './compare/finding.ts';
import { saysRequired } from './contract/says-required.ts';
import type { Exception } from './exceptions/exceptions-file.ts';
import type { DocumentSet } from './read/document.ts';
import { isSame } from './read/read-pair.ts';
import { buildReport, changesOf, withExceptions } from './report/build-report.ts';
import type { Report } from './report/report.ts';

/** How two documents are compared and what becomes of the findings. */
export interface DiffOptions {
  /** The moment that sunset and expiry dates are held against. */
  readonly now: Date;
  /** What is wanted where the law is silent; the defaults where it is left out. */
  readonly policy?: PolicySettings;
  /** Whether findings with one cause become one change; the default. */
  readonly group?: boolean;
  /** Changes that are accepted; the report says which of them it met. */
  readonly exceptions?: readonly Exception[];
  /** What exceptions call the document; the head's URI where it is left out. */
  readonly document?: string;
  /**
   * What of a server's address counts: two servers for which it gives the same text are the
   * same. For documents whose host or branch is a detail of where they were read.
   */
  readonly addressOf?: (url: string) => string;
  /** See `RelatorOptions`. */
  readonly world?: 'declared' | 'open';
}

/**
 * Everything that differs between two documents, judged by a policy, as the report that tools
 * build on. Neither document is asked for again: whatever they refer to was read with them.
 *
 * @throws PolicyError for settings that can't be used
 * @throws DocumentTooDeepError where values are nested deeper than any API's
 */
export async function diff(base: DocumentSet, head: DocumentSet, options: DiffOptions): Promise<Report> {
  // What only findings need is loaded with the first of them: most comparisons find nothing.
  const hasSettings = Object.keys(options.policy ?? {}).length > 0;
  if (!hasSettings && options.exceptions === undefined && isSame({ base, head })) {
    return buildReport(base.root, head.root, []);
  }
  const { check } = await import('./classify/catalogue.ts');
  const policy = policyOf(options.policy, (id) => check(id) !== null);
  const findings = compare(base, head, await compareOptions(base, head, policy.responses.optional, options));
  const addressOf = options.addressOf ?? null;
  const counted = addressOf === null ? findings : withoutSameServers(findings, addressOf);
  return reportOn(base, head, counted, { policy, now: options.now }, options);
}

async function compareOptions(
  base: DocumentSet,
  head: DocumentSet,
  optional: 'promised' | 'optional' | 'auto',
  { world }: DiffOptions,
): Promise<CompareOptions> {
  if (isSame({ base, head })) return {};
  const promised = optional === 'promised' || (optional === 'auto' && !saysRequired(base));
  return { promised, ...(world === undefined ? {} : { world }) };
}

async function reportOn(
  base: DocumentSet,
  head: DocumentSet,
  findings: readonly Finding[],
  judged: ClassifyOptions,
  { exceptions, group: isGrouped, document, now }: DiffOptions,
): Promise<Report> {
  const { classify } = await import('./classify/classify.ts');
  const { group } = await import('./group/group.ts');
  const groups = group(classify(findings, judged), { group: isGrouped ?? true });
  if (exceptions === undefined) return buildReport(base.root, head.root, groups);
  const { applyExceptions, reported } = await import('./exceptions/match.ts');
  const applied = applyExceptions(groups, exceptions, { now, document: document ?? head.root.uri });
  const report = await buildReport(base.root, head.root, applied.kept);
  const accepted = await changesOf(
    base.root,
    head.root,
    applied.accepted.map((one) => one.group),
  );
  return withExceptions(report, {
    accepted: applied.accepted.flatMap(({ exception }, index) => {
      const change = accepted[index];
      return change === undefined ? [] : [{ ...change, acceptedBy: reported(exception) }];
    }),
    expired: applied.expired.map(reported),
    unused: applied.unused.map(reported),
  });
}

/** The findings but for servers that stand on both sides, by what of their address counts. */
function withoutSameServers(findings: readonly Finding[], addressOf: (url: string) => string): Finding[] {
  const urls = (id: string) =>
    new Set(findings.filter((one) => one.id === id).map(({ args }) => addressOf(args.url ?? '')));
  const removed = urls('api-server-removed');
  const added = urls('api-server-added');
  return findings.filter(({ place, args }) => {
    const address = addressOf(args.url ?? '');
    return place.kind !== 'server' || !removed.has(address) || !added.has(address);
  });
}
