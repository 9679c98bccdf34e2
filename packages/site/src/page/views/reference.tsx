import { Icon } from '@xano-specs/report/page/components/icon.tsx';
import { visible } from '@xano-specs/report/page/data/visible.ts';
import { count } from '@xano-specs/report/words';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { ReferenceOperation, ReferencePage } from '../../page-data.ts';
import { wordsOf } from '../../search/words.ts';
import { GroupTop } from '../components/group-top.tsx';
import { Operation } from '../components/operation.tsx';
import { Words } from '../components/schema-tree.tsx';
import { useSteps } from '../hooks/use-steps.ts';

/** What an API group offers: every operation, by its tag. */
export function Reference({ page }: { readonly page: ReferencePage }) {
  const { group, description, servers, operations, schemas, problem } = page;
  const shared = useMemo(() => new Map(schemas), [schemas]);
  const [text, setText] = useState('');
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const found = useMemo(() => operations.filter(matcher(text)), [operations, text]);
  const tags = useMemo(() => [...Map.groupBy(found, ({ tag }) => tag)], [found]);
  useLink(operations, (id) => {
    setText('');
    setOpen((before) => new Set([...before, id]));
  });
  const toggle = useCallback((id: string) => setOpen((before) => toggled(before, id)), []);
  useSteps('.card-head');
  return (
    <>
      <GroupTop group={group} page="reference" />
      {problem !== null && (
        <p class="notes">
          This document can’t be shown: <bdi>{visible(problem)}</bdi>
        </p>
      )}
      <Words text={description} />
      {servers.length > 0 && (
        <dl class="servers">
          <dt>Address</dt>
          {servers.map((server) => (
            <dd key={server}>
              <bdi>{visible(server)}</bdi>
            </dd>
          ))}
        </dl>
      )}
      {operations.length > 0 && (
        <div class="find">
          <label class="field search">
            <span class="unseen">Filter the operations</span>
            <Icon name="search" />
            <input
              type="search"
              placeholder={`Filter ${count(operations.length, 'operation')}`}
              value={text}
              onInput={({ currentTarget }) => setText(currentTarget.value)}
            />
            <span class="kbd" aria-hidden="true">
              /
            </span>
          </label>
          <button
            type="button"
            class="chip"
            onClick={() => setOpen(open.size > 0 ? new Set() : new Set(found.map(({ id }) => id)))}
          >
            {open.size > 0 ? 'Close all' : 'Open all'}
          </button>
        </div>
      )}
      <p class="unseen" role="status">
        {text === '' ? '' : count(found.length, 'operation')}
      </p>
      {found.length === 0 && problem === null && (
        <p class="empty">
          {operations.length === 0 ? 'This API group has no operation.' : 'No operation matches this.'}
        </p>
      )}
      {tags.map(([tag, own]) => (
        <section key={tag} class="tag-section" aria-label={tag === '' ? 'Operations' : visible(tag)}>
          {tag !== '' && (
            <h2>
              <bdi>{visible(tag)}</bdi>
            </h2>
          )}
          <ul class="cards">
            {own.map((operation) => (
              <Operation
                key={operation.id}
                operation={operation}
                shared={shared}
                isOpen={open.has(operation.id)}
                onToggle={() => toggle(operation.id)}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** Whether an operation has words that begin as those that were typed. */
function matcher(text: string): (operation: ReferenceOperation) => boolean {
  const words = wordsOf(text);
  return ({ method, path, summary, tag }) => {
    const own = wordsOf(`${method} ${path} ${summary} ${tag}`);
    return words.every((word) => own.some((other) => other.startsWith(word)));
  };
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(id)) after.add(id);
  return after;
}

/** Follows the page's address to the operation that it names, at the start and whenever it changes. */
function useLink(operations: readonly ReferenceOperation[], show: (id: string) => void): void {
  useEffect(() => {
    const follow = () => {
      const id = location.hash.slice(1);
      if (!operations.some((operation) => operation.id === id)) return;
      show(id);
      // After the card has opened, so that all of it comes into view.
      requestAnimationFrame(() => {
        document.getElementById(id)?.scrollIntoView({ block: 'start' });
        document.getElementById(`head-${id}`)?.focus({ preventScroll: true });
      });
    };
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [operations]);
}
