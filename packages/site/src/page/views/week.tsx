import { Sentence } from '@xano-specs/report/page/components/text.tsx';
import { visible } from '@xano-specs/report/page/data/visible.ts';
import { count } from '@xano-specs/report/words';
import type { WeekChange, WeekPage } from '../../page-data.ts';
import { Counts } from '../components/counts.tsx';
import { dayText } from '../data/dates.ts';
import { useSteps } from '../hooks/use-steps.ts';

/** What changed in a week, day by day, the newest first. */
export function Week({ page: { from, to, changes } }: { readonly page: WeekPage }) {
  useSteps('.changed .to-group, .new-groups a');
  const days = [...Map.groupBy(changes, ({ at }) => at.slice(0, 10))];
  const breaking = changes.reduce((sum, { counts }) => sum + (counts?.error ?? 0), 0);
  return (
    <>
      <div class="top">
        <h1>What changed this week</h1>
        <p class="facts">
          {dayText(from)} to {dayText(to)} · {count(changes.length, 'change')}
          {breaking > 0 && ' · '}
          {breaking > 0 && <span class="level-error breaking">{count(breaking, 'breaking change')}</span>}
        </p>
        <p class="week-line">
          <a href="feed.xml">Feed</a>
        </p>
      </div>
      {changes.length === 0 && <p class="empty">Nothing changed.</p>}
      {days.map(([day, own]) => (
        <section key={day} class="day">
          <h2>{dayText(day)}</h2>
          <ul>
            {own
              .filter(({ change }) => change !== 'new')
              .map((change, index) => (
                <Changed key={index} change={change} />
              ))}
          </ul>
          <NewGroups changes={own.filter(({ change }) => change === 'new')} />
        </section>
      ))}
    </>
  );
}

function Changed({ change }: { readonly change: WeekChange }) {
  const { name, url, before, after, counts, report, lines, more } = change;
  const title = <bdi>{visible(name)}</bdi>;
  return (
    <li class="changed">
      <h3>
        {url === null ? (
          title
        ) : (
          <a class="to-group" href={url}>
            {title}
          </a>
        )}{' '}
        <span class="faint versions-words">
          {change.change === 'gone' ? 'is gone' : `${before} → ${after}`}
        </span>
      </h3>
      {counts !== null && (
        <p>
          {report === null ? (
            <Counts counts={counts} />
          ) : (
            <a class="plain" href={report}>
              <Counts counts={counts} />
            </a>
          )}
        </p>
      )}
      <ul class="lines">
        {lines.map(([word, text], index) => (
          <li key={index}>
            <span class={`word word-${word}`}>{word}</span>{' '}
            <span>
              <Sentence text={text} />
            </span>
          </li>
        ))}
        {more > 0 && report !== null && (
          <li class="rest">
            <a href={report}>{count(more, 'more change')}</a>
          </li>
        )}
      </ul>
    </li>
  );
}

/** How many new groups are named before the rest is counted. */
const NEW_SHOWN = 40;

function NewGroups({ changes }: { readonly changes: readonly WeekChange[] }) {
  if (changes.length === 0) return null;
  const left = changes.length - NEW_SHOWN;
  return (
    <div class="changed">
      <h3>{count(changes.length, 'new API group')}</h3>
      <ul class="new-groups">
        {changes.slice(0, NEW_SHOWN).map(({ name, url }) => (
          <li key={url}>
            <a href={url ?? '#'}>
              <bdi>{visible(name)}</bdi>
            </a>
          </li>
        ))}
        {left > 0 && <li class="faint">and {left.toLocaleString('en-US')} more</li>}
      </ul>
    </div>
  );
}
