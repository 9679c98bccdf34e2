import { LevelMark } from '@xano-specs/report/page/components/icon.tsx';
import { worstOf } from '@xano-specs/report/page/components/verdict.tsx';
import type { PageCounts } from '@xano-specs/report/page-data';
import { count } from '@xano-specs/report/words';

/** What a version did, in a few words with a sign: "2 breaking · 1 safe". */
export function Counts({ counts }: { readonly counts: PageCounts }) {
  const { error, warning, info } = counts;
  const words = [
    error > 0 ? `${error.toLocaleString('en-US')} breaking` : '',
    warning > 0 ? count(warning, 'warning') : '',
    info > 0 ? `${info.toLocaleString('en-US')} safe` : '',
  ].filter((word) => word !== '');
  if (words.length === 0) return <span class="no-change">Nothing that callers notice</span>;
  return (
    <span class={`counts level-${worstOf(counts)}`}>
      <LevelMark level={worstOf(counts)} />
      <span>{words.map((word) => word.replace(' ', '\u00a0')).join(' · ')}</span>
    </span>
  );
}
