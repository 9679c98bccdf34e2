import { Icon } from '@xano-specs/report/page/components/icon.tsx';
import { Code } from '@xano-specs/report/page/components/text.tsx';
import { visible } from '@xano-specs/report/page/data/visible.ts';
import { useState } from 'preact/hooks';
import type { Json } from '../../reference/json-value.ts';
import {
  descriptionOf,
  isDeprecated,
  partsOf,
  rulesOf,
  type SchemaPart,
  type SharedSchemas,
  typeText,
} from '../data/schema.ts';

/**
 * A schema as a tree, under the media type that it is the body of. What lies inside a part is made
 * when the part is opened, so a schema may hold itself.
 */
export function SchemaTree({
  media,
  schema,
  shared,
}: {
  readonly media: string;
  readonly schema: Json;
  readonly shared: SharedSchemas;
}) {
  const parts = partsOf(schema, shared);
  return (
    <>
      <p class="schema-type">
        <span class="media-type">
          <Code text={media} />
        </span>
        <bdi>{visible(typeText(schema, shared))}</bdi>
        <Rules rules={rulesOf(schema, shared)} />
      </p>
      {parts.length > 0 && (
        <ul class="parts">
          <Parts parts={parts} shared={shared} />
        </ul>
      )}
    </>
  );
}

function Parts({ parts, shared }: { readonly parts: readonly SchemaPart[]; readonly shared: SharedSchemas }) {
  return parts.map((part, index) => <Part key={index} part={part} shared={shared} />);
}

function Part({ part, shared }: { readonly part: SchemaPart; readonly shared: SharedSchemas }) {
  const [isOpen, setOpen] = useState(false);
  const { label, isName, required, schema } = part;
  const inner = partsOf(schema, shared);
  const name = isName ? <Code text={label} /> : <span class="small">{visible(label)}</span>;
  return (
    <li class="part-line">
      <div class="part">
        {inner.length === 0 ? (
          <span class="part-name">{name}</span>
        ) : (
          <button
            type="button"
            class="part-name part-open"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name="chevron" size={12} />
            {name}
          </button>
        )}
        <span class="part-type">
          <bdi>{visible(typeText(schema, shared))}</bdi>
        </span>
        {required && <span class="required">required</span>}
        {isDeprecated(schema) && <span class="tag">deprecated</span>}
        <Rules rules={rulesOf(schema, shared)} />
      </div>
      <Words text={descriptionOf(schema, shared)} isSmall />
      {isOpen && (
        <ul class="parts-inner">
          <Parts parts={inner} shared={shared} />
        </ul>
      )}
    </li>
  );
}

/** The rules of a value, in small print. */
export function Rules({ rules }: { readonly rules: readonly string[] }) {
  if (rules.length === 0) return null;
  return (
    <span class="rules">
      <bdi>{visible(rules.join(' · '))}</bdi>
    </span>
  );
}

/** A description from a document: text, whatever it looks like, with its line breaks. */
export function Words({ text, isSmall = false }: { readonly text: string; readonly isSmall?: boolean }) {
  if (text.trim() === '') return null;
  return (
    <p class={isSmall ? 'words part-words' : 'words'}>
      <bdi>{visible(text.trim())}</bdi>
    </p>
  );
}
