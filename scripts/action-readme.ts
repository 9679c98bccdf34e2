/**
 * Writes the tables of an action's inputs and outputs into its README, from its action.yml,
 * between the comments `<!-- inputs -->` and `<!-- /inputs -->` (and the same for outputs).
 *
 * usage: node ../../scripts/action-readme.ts   in the folder of an action
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { load } from 'js-yaml';

/** What an action.yml says of an input or output. */
interface Described {
  readonly description: string;
  readonly required?: boolean;
  readonly default?: string;
}

/** The part of an action.yml that the tables show. */
export interface ActionMetadata {
  readonly inputs?: Readonly<Record<string, Described>>;
  readonly outputs?: Readonly<Record<string, Described>>;
}

/** The README with its tables made afresh. Throws when a pair of comments is missing. */
export function withTables(readme: string, { inputs = {}, outputs = {} }: ActionMetadata): string {
  const inputRows = Object.entries(inputs).map(([name, { description, default: byDefault }]) => [
    `\`${name}\``,
    description,
    byDefault === undefined || byDefault === '' ? '' : `\`${byDefault}\``,
  ]);
  const outputRows = Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]);
  const text = between(readme, 'inputs', table(['input', 'what it says', 'default'], inputRows));
  return between(text, 'outputs', table(['output', 'what it holds'], outputRows));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells
      .map((cell) =>
        cell
          .trim()
          .replaceAll(/\s*\n\s*/g, ' ')
          .replaceAll('|', '\\|'),
      )
      .join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function between(text: string, mark: string, content: string): string {
  const [open, close] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  if (start === -1 || end < start) throw new Error(`The README has no ${open} … ${close}.`);
  return `${text.slice(0, start + open.length)}\n\n${content}\n\n${text.slice(end)}`;
}

if (import.meta.main) {
  const metadata = load(readFileSync('action.yml', 'utf8')) as ActionMetadata;
  writeFileSync('README.md', withTables(readFileSync('README.md', 'utf8'), metadata));
}
