import { CopyButton } from '@xano-specs/report/page/components/copy-button.tsx';
import { Icon } from '@xano-specs/report/page/components/icon.tsx';
import { Path } from '@xano-specs/report/page/components/path.tsx';
import { Code } from '@xano-specs/report/page/components/text.tsx';
import { visible } from '@xano-specs/report/page/data/visible.ts';
import type { ReferenceMedia, ReferenceOperation } from '../../page-data.ts';
import { sameMedia } from '../data/media.ts';
import { rulesOf, type SharedSchemas, typeText } from '../data/schema.ts';
import { Rules, SchemaTree, Words } from './schema-tree.tsx';

/** An operation: its method and path, and when it is open all that a caller must know. */
export function Operation({
  operation,
  shared,
  isOpen,
  onToggle,
}: {
  readonly operation: ReferenceOperation;
  readonly shared: SharedSchemas;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}) {
  const { id, method, path, summary, deprecated } = operation;
  return (
    <li class={isOpen ? 'card open' : 'card'} id={id}>
      <h3>
        <button type="button" class="card-head" id={`head-${id}`} aria-expanded={isOpen} onClick={onToggle}>
          <Method method={method} />
          <span class="card-words">
            <span class="path">
              <Path text={path} />
              {deprecated && <span class="tag">deprecated</span>}
            </span>
            {summary !== '' && (
              <span class="summary">
                <bdi>{visible(summary)}</bdi>
              </span>
            )}
          </span>
          <Icon name="chevron" />
        </button>
      </h3>
      {isOpen && <Details operation={operation} shared={shared} />}
    </li>
  );
}

/** The method of an operation, with a colour of its own. */
export function Method({ method }: { readonly method: string }) {
  return <span class={`verb verb-${method.toLowerCase()}`}>{method}</span>;
}

function Details({
  operation: { id, description, security, parameters, body, responses },
  shared,
}: {
  readonly operation: ReferenceOperation;
  readonly shared: SharedSchemas;
}) {
  return (
    <div class="details">
      <Words text={description} />
      {security.length > 0 && (
        <p class="security">
          <span class="faint">Needs </span>
          <bdi>{visible(security.map((way) => (way === '' ? 'nothing' : way)).join(' or '))}</bdi>
        </p>
      )}
      {parameters.length > 0 && (
        <section>
          <h4>Parameters</h4>
          <ul class="parts parts-flat">
            {parameters.map(({ name, in: place, required, deprecated, description: words, schema }) => (
              <li key={`${place} ${name}`} class="part-line">
                <div class="part">
                  <span class="part-name">
                    <Code text={name} />
                  </span>
                  <span class="part-type">
                    <bdi>{visible(typeText(schema, shared))}</bdi>
                  </span>
                  <span class="small">in {visible(place)}</span>
                  {required && <span class="required">required</span>}
                  {deprecated && <span class="tag">deprecated</span>}
                  <Rules rules={rulesOf(schema, shared)} />
                </div>
                <Words text={words} isSmall />
              </li>
            ))}
          </ul>
        </section>
      )}
      {body !== null && (
        <section>
          <h4>
            Request body <span class="beside faint">{body.required ? 'required' : 'may be left out'}</span>
          </h4>
          <Words text={body.description} />
          <Media content={body.content} shared={shared} />
        </section>
      )}
      <section>
        <h4>Responses</h4>
        <ul class="responses">
          {responses.map(({ status, description: words, content }) => (
            <li key={status} class="response-line">
              <p class="response">
                <span class={`status status-${status.slice(0, 1)}`}>{visible(status)}</span>{' '}
                <bdi>{visible(words)}</bdi>
              </p>
              <Media content={content} shared={shared} />
            </li>
          ))}
        </ul>
      </section>
      <div class="copy">
        <CopyButton
          text={() => location.href}
          label="Copy link"
          icon="link"
          onCopy={() => history.replaceState(null, '', `#${id}`)}
        />
      </div>
    </div>
  );
}

function Media({
  content,
  shared,
}: {
  readonly content: readonly ReferenceMedia[];
  readonly shared: SharedSchemas;
}) {
  return (
    <>
      {sameMedia(content).map(({ types, schema }) => (
        <div key={types} class="media">
          {schema === null ? (
            <p class="media-type">
              <Code text={types} />
            </p>
          ) : (
            <SchemaTree media={types} schema={schema} shared={shared} />
          )}
        </div>
      ))}
    </>
  );
}
