import type { Finding } from '../compare/finding.ts';
import { isBound } from '../compare/relate/limits.ts';
import { childSite, type Site } from '../contract/site.ts';
import type { Level } from '../report/report.ts';
import type { Check } from './check.ts';
import type { LevelSetting, Policy } from './policy.ts';

/**
 * The level of a finding.
 *
 * A level that the user set for the id holds for what breaks, and for what is safe where the
 * id's findings usually are: setting an id of breaking changes to `error` doesn't turn a mere
 * respelling into one. What could not be decided stays at most as bad as the setting, and
 * `none` takes all findings of the id out of the report.
 *
 * @param announced what is gone was deprecated and its sunset has passed
 */
export function levelOf(finding: Finding, check: Check, policy: Policy, announced: boolean): LevelSetting {
  const usual = usualLevel(finding, check, policy, announced);
  const set = policy.levels.get(finding.id);
  if (set === undefined || set === 'none') return set ?? usual;
  if (finding.ruling === 'breaking' || check.usual === 'safe') return set;
  return finding.ruling === 'undecided' ? milder(set, usual) : usual;
}

function usualLevel(finding: Finding, check: Check, policy: Policy, announced: boolean): Level {
  const level = check.levels[finding.ruling];
  if (announced) return 'info';
  // Whoever writes a document can make it too dear to decide: that must not be a way past a gate.
  if (finding.ruling === 'undecided' && isBound(finding.reason ?? '')) return 'error';
  if (finding.ruling !== 'breaking') return level;
  if (finding.args.overlap === 'yes') return 'warning';
  if (isEnumValueInResponse(finding)) {
    if (isExtensible(finding)) return 'info';
    return policy.responses.enum === 'closed' ? 'error' : level;
  }
  return level;
}

const WORST_FIRST: readonly Level[] = ['error', 'warning', 'info'];

function milder(a: Level, b: Level): Level {
  return WORST_FIRST.indexOf(a) > WORST_FIRST.indexOf(b) ? a : b;
}

function isEnumValueInResponse({ id, place }: Finding): boolean {
  return place.direction === 'response' && id.endsWith('-enum-value-added');
}

/** Whether the old schema announced further values (`x-extensible-enum`). */
function isExtensible({ args, base }: Finding): boolean {
  return args.extensible === 'yes' || announcesMore(base) || announcesMore(base?.parent ?? null);
}

function announcesMore(site: Site | null): boolean {
  const said = site === null ? null : childSite(site, 'x-extensible-enum');
  return said !== null && said.raw !== false && said.raw !== null;
}
