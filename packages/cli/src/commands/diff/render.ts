import {
  check,
  type Palette,
  type Report,
  renderAnnotations,
  renderJson,
  renderJUnit,
  renderMarkdown,
  renderSarif,
  renderText,
} from '@xano-specs/openapi-diff';
import { safeLine } from '../../terminal/safe-text.ts';
import type { Colours, Screen } from '../../terminal/screen.ts';
import type { Format } from './flags.ts';

/** How a report is written. */
export interface RenderOptions {
  readonly format: Format;
  readonly failOnWarning: boolean;
  readonly version: string;
  /** Where it is shown; null when it goes to a file, which has no colours and no end of its own. */
  readonly screen: Screen | null;
}

/** The report in the wanted form. */
export function renderReport(report: Report, options: RenderOptions): string {
  switch (options.format) {
    case 'text':
      return textOf(report, options.screen);
    case 'markdown':
      return renderMarkdown(report, { budget: Number.POSITIVE_INFINITY });
    case 'json':
      return renderJson(report);
    case 'sarif':
      return renderSarif(report, {
        version: options.version,
        describe: (id) => check(id)?.meaning ?? null,
        file: (name) => repositoryPath(name) ?? name,
      });
    case 'junit':
      return renderJUnit(report, { failOnWarning: options.failOnWarning });
    case 'github':
      return annotationsOf(report);
  }
}

function textOf(report: Report, screen: Screen | null): string {
  if (screen === null) return documentLines(report) + renderText(report);
  const options = { palette: paletteOf(screen.colours), width: screen.columns, verdict: false };
  return documentLines(report) + renderText(report, options);
}

/** The documents that stand on one side alone, a line each. */
function documentLines({ documents = [] }: Report): string {
  const lines = documents.flatMap(({ name, status, base, head }) => {
    if (status === 'added') return [`+ ${safeLine(head ?? name)} is new\n`];
    return status === 'removed' ? [`- ${safeLine(base ?? name)} is gone\n`] : [];
  });
  return lines.length === 0 ? '' : `${lines.join('')}\n`;
}

/** The colours of a report. */
export function paletteOf({ red, yellow, green, bold, cyan, dim }: Colours): Palette {
  const levels = { error: red, warning: yellow, info: green };
  return { level: (level, text) => levels[level](text), strong: bold, code: cyan, faint: dim };
}

function annotationsOf(report: Report): string {
  const { text, left } = renderAnnotations(report, { file: repositoryPath });
  if (left === 0) return text;
  return `${text}::notice::${left} more ${left === 1 ? 'change has' : 'changes have'} no annotation: GitHub shows 10 of each level\n`;
}

/** The path in the repository of what a report calls a file: without its revision. Null for standard input. */
function repositoryPath(name: string): string | null {
  if (name === '-') return null;
  const path = /^[./\\]/.test(name) ? name : name.slice(name.indexOf(':') + 1);
  return path.replace(/^(?:\.\/)+/, '');
}
