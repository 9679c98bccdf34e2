import { dump } from 'js-yaml';
import { canonicalText } from './canonical-text.ts';
import { withSharedSchemas } from './shared-schemas.ts';
import { withoutExamplesAndDefaults } from './strip.ts';

/** How a snapshot writes its documents. */
export interface TextOptions {
  /** `json` unless said otherwise. */
  readonly format?: DocumentFormat;
  /** Leaves examples and default values out; off unless said otherwise. */
  readonly stripExamples?: boolean;
  /** Names the object schemas that stand in several places and refers to them; off unless said otherwise. */
  readonly extractComponents?: boolean;
}

export type DocumentFormat = 'json' | 'yaml';

/**
 * The text of a document as a snapshot keeps it: its canonical JSON, or YAML that holds
 * the same in the same order.
 *
 * @throws SnapshotError when the document can't be written (see canonicalText)
 */
export function documentText(document: Readonly<Record<string, unknown>>, options: TextOptions = {}): string {
  const stripped = options.stripExamples === true ? withoutExamplesAndDefaults(document) : document;
  const text = canonicalText(options.extractComponents === true ? withSharedSchemas(stripped) : stripped);
  if (options.format !== 'yaml') return text;
  // Keys that look like numbers come first in a JavaScript object, in ascending order:
  // the statuses of an operation, which belong there anyway.
  return dump(JSON.parse(text), { noRefs: true, lineWidth: -1 });
}
