import type { PageCounts, PageIndex, PageLevel } from '../../page-data.ts';
import { countsText, verdictText } from '../../words.ts';
import { visible } from '../data/visible.ts';
import { Icon, LevelMark } from './icon.tsx';

/** The worst level that is counted; safe where nothing is. */
export function worstOf({ error, warning }: PageCounts): PageLevel {
  if (error > 0) return 'error';
  return warning > 0 ? 'warning' : 'info';
}

/** The names of both sides stand in one line up to this many characters. */
const ONE_LINE = 88;

/** The answer first: whether anything breaks, what there is besides, and what was compared. */
export function Verdict({ index }: { readonly index: PageIndex }) {
  const { counts, base, head, subject, groups } = index;
  const changed = groups.filter(({ status }) => status !== 'same').length;
  const facts = [...countsText(counts), ...(groups.length > 1 ? [groupsText(changed, index)] : [])];
  return (
    <section class={`verdict level-${worstOf(counts)}`} aria-labelledby="verdict">
      <LevelMark level={worstOf(counts)} size="large" />
      <div class="verdict-words">
        <h1 id="verdict">{verdictText(counts)}</h1>
        {facts.length > 0 && <p class="facts">{facts.join(' · ')}</p>}
        {subject !== null && (
          <p class="subject">
            {subject.url === null ? visible(subject.text) : <a href={subject.url}>{visible(subject.text)}</a>}
          </p>
        )}
        <Balance counts={counts} />
        <dl class={base.length + head.length > ONE_LINE ? 'compared compared-long' : 'compared'}>
          <div>
            <dt>Before</dt>
            <dd>
              <bdi>{visible(base)}</bdi>
            </dd>
          </div>
          <Icon name="arrow" />
          <div>
            <dt>After</dt>
            <dd>
              <bdi>{visible(head)}</bdi>
            </dd>
          </div>
        </dl>
      </div>
    </section>
  );
}

function groupsText(changed: number, { groups, groupWord }: PageIndex): string {
  return `${changed.toLocaleString('en-US')} of ${groups.length.toLocaleString('en-US')} ${groupWord}s changed`;
}

/** How the levels share the changes, at a glance; the counts beside it say it in words. */
export function Balance({ counts }: { readonly counts: PageCounts }) {
  const shares = (['error', 'warning', 'info'] as const).filter((level) => counts[level] > 0);
  if (shares.length === 0) return null;
  return (
    <div class="balance" aria-hidden="true">
      {shares.map((level) => (
        <span key={level} class={`level-${level}`} style={{ flexGrow: counts[level] }} />
      ))}
    </div>
  );
}
