import type { Command } from 'commander';

/** How documents are written, beside their format. */
export interface TextFlags {
  readonly redact?: boolean;
  readonly stripExamples?: boolean;
  readonly extractComponents?: boolean;
}

/** Adds the options that say how documents are written: a snapshot, and what is compared with it, need the same. */
export function withTextOptions(command: Command): Command {
  return command
    .option('--redact', 'replace credentials and personal data that stand in documents')
    .option('--strip-examples', 'leave out examples and default values')
    .option('--extract-components', 'name object schemas that stand in several places, and refer to them');
}

/** How the options say to write. */
export function textOptionsOf({ redact, stripExamples, extractComponents }: TextFlags): Required<TextFlags> {
  return {
    redact: redact === true,
    stripExamples: stripExamples === true,
    extractComponents: extractComponents === true,
  };
}
