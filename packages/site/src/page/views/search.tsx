import { Icon } from '@xano-specs/report/page/components/icon.tsx';
import { visible } from '@xano-specs/report/page/data/visible.ts';
import { count } from '@xano-specs/report/words';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { FoundOperation, SearchPage } from '../../page-data.ts';
import { Method } from '../components/operation.tsx';
import { type Found, OperationFinder, queryOf } from '../data/search.ts';
import { useSteps } from '../hooks/use-steps.ts';

async function readShard(file: string): Promise<readonly FoundOperation[]> {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return (await response.json()) as FoundOperation[];
}

/** A search over the operations of every API group. What is searched for stands in the address. */
export function Search({ page }: { readonly page: SearchPage }) {
  const finder = useMemo(() => new OperationFinder(page, readShard), [page]);
  const [text, setText] = useState(() => new URLSearchParams(location.search).get('q') ?? '');
  const [found, setFound] = useState<Found | 'failed' | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  useEffect(() => {
    history.replaceState(null, '', text === '' ? location.pathname : `?q=${encodeURIComponent(text)}`);
    const query = queryOf(text);
    if (!finder.canFind(query)) {
      setFound(null);
      return;
    }
    // What was typed since makes an answer that comes late worth nothing.
    let isWanted = true;
    finder.find(query).then(
      (result) => isWanted && setFound(result),
      () => isWanted && setFound('failed'),
    );
    return () => {
      isWanted = false;
    };
  }, [finder, text]);
  useSteps('.hit');
  const groups = text.trim() === '' ? [] : finder.groups(queryOf(text));
  return (
    <>
      <h1 class="unseen">Search</h1>
      <div class="find search-page">
        <label class="field search">
          <span class="unseen">Search {count(page.operations, 'operation')}</span>
          <Icon name="search" />
          <input
            ref={field}
            type="search"
            placeholder={`Search ${count(page.operations, 'operation')} by path, method or words`}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown') return;
              event.preventDefault();
              document.querySelector<HTMLElement>('.hit')?.focus();
            }}
          />
        </label>
      </div>
      {groups.length > 0 && (
        <ul class="hit-groups" aria-label="API groups">
          {groups.map(([name, url]) => (
            <li key={url}>
              <a class="chip" href={url}>
                <bdi>{visible(name)}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
      <p class="found" role="status">
        {statusOf(text, found)}
      </p>
      {found !== null && found !== 'failed' && (
        <ul class="hits" aria-label="Operations">
          {found.operations.map((operation) => (
            <Hit key={`${operation[0]} ${operation[4]}`} operation={operation} groups={page.groups} />
          ))}
        </ul>
      )}
    </>
  );
}

function statusOf(text: string, found: Found | 'failed' | null): string {
  if (text.trim() === '') return '';
  if (found === 'failed') return 'The index can’t be read. It is read from where the site is published.';
  if (found === null) return 'Type at least two letters of a word.';
  if (found.isMore)
    return `The first ${count(found.operations.length, 'operation')}; another word makes them fewer.`;
  return count(found.operations.length, 'operation');
}

function Hit({
  operation: [group, method, path, summary, id],
  groups,
}: {
  readonly operation: FoundOperation;
  readonly groups: SearchPage['groups'];
}) {
  const [name, url] = groups[group] ?? ['', ''];
  return (
    <li>
      <a class="hit" href={`${url}#${id}`}>
        <Method method={method} />
        <span class="card-words">
          <span class="path">
            <bdi>{visible(path)}</bdi>
          </span>
          <span class="summary">
            {summary !== '' && (
              <>
                <bdi>{visible(summary)}</bdi> ·{' '}
              </>
            )}
            <bdi>{visible(name)}</bdi>
          </span>
        </span>
      </a>
    </li>
  );
}
