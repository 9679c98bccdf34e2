import type { Finding } from '../compare/finding.ts';
import { lazy } from '../contract/lazy.ts';
import type { Classified } from '../group/classified.ts';
import type { Level } from '../report/report.ts';
import { check as checkOf } from './catalogue.ts';
import type { Check } from './check.ts';
import { levelOf } from './levels.ts';
import { judgeLifecycle } from './lifecycle.ts';
import { listed } from './listed.ts';
import type { Policy } from './policy.ts';
import { sentenceOf } from './sentence.ts';
import { wordsOf } from './words.ts';

/** A comparison made a finding that the catalogue has no check for. */
export class UnknownCheckError extends Error {
  readonly code = 'UNKNOWN_CHECK';
  override readonly name = 'UnknownCheckError';
  readonly hint = 'This is a mistake in the engine: please report it with the id.';

  constructor(id: string) {
    super(`No check of the catalogue has the id ${id}`);
  }
}

/** What findings are judged by. */
export interface ClassifyOptions {
  readonly policy: Policy;
  /** The moment that sunset dates are held against. */
  readonly now: Date;
}

/**
 * The findings with their levels and words. Those that the policy wants to hear nothing of
 * are left out.
 *
 * @throws UnknownCheckError for an id that the catalogue doesn't have
 */
export function classify(findings: readonly Finding[], { policy, now }: ClassifyOptions): Classified[] {
  const clock = { now, deprecation: policy.deprecation };
  const all = findings.flatMap((plain) => {
    if (policy.servers === 'ignored' && plain.place.kind === 'server') return [];
    const { id, args, announced } = judgeLifecycle(plain, clock);
    const check = known(id);
    const finding = id === plain.id ? plain : { ...plain, id, args, ruling: rulingAs(check, plain) };
    const level = levelOf(finding, check, policy, announced);
    if (level === 'none') return [];
    return [worded(finding, level, check)];
  });
  return listed(all, (finding, level) => worded(finding, level, known(finding.id)));
}

/** The words are made when they are asked for: of findings with one cause a single one is shown. */
function worded(finding: Finding, level: Level, check: Check): Classified {
  const words = lazy(() => wordsOf(finding));
  return {
    finding,
    level,
    get cause() {
      return check.cause(words());
    },
    get message() {
      return sentenceOf(finding, check, words());
    },
  };
}

/** The ruling after the id was chosen by the rules of sunset dates: what was no break by the walk doesn't become one. */
function rulingAs(check: Check, plain: Finding): Finding['ruling'] {
  return plain.ruling === 'breaking' ? check.usual : plain.ruling;
}

function known(id: string): Check {
  const found = checkOf(id);
  if (found === null) throw new UnknownCheckError(id);
  return found;
}
