import { canonicalText } from './canonical-text.ts';
import { withSharedSchemas } from './shared-schemas.ts';
import { withoutExamplesAndDefaults } from './strip.ts';
import { yamlText } from './yaml-text.ts';

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
 * @throws SnapshotError when the document can't be written (see canonicalText and yamlText)
 */
export function documentText(document: Readonly<Record<string, unknown>>, options: TextOptions = {}): string {
  const stripped = options.stripExamples === true ? withoutExamplesAndDefaults(document) : document;
  const text = canonicalText(options.extractComponents === true ? withSharedSchemas(stripped) : stripped);
  return options.format === 'yaml' ? yamlText(text) : text;
}
