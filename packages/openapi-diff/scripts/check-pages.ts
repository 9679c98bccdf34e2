import { checks } from '../src/classify/catalogue.ts';
import { type Check, type Example, usualLevel } from '../src/classify/check.ts';
import { LAWS } from '../src/classify/law.ts';
import { LEFT_OUT } from '../src/classify/left-out.ts';
import type { Ruling } from '../src/compare/finding.ts';

/** The pages of the catalogue by file name, README.md among them; `says` gives the sentence of a check's example. */
export function checkPages(says: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const byPage = Map.groupBy(checks(), ({ page }) => page);
  const pages = new Map<string, string>();
  pages.set('README.md', indexPage(byPage));
  for (const [page, members] of byPage) {
    const [first] = members;
    if (first !== undefined) pages.set(`${page}.md`, checkPage(page, [first, ...members.slice(1)], says));
  }
  return pages;
}

const WRITTEN_BY =
  '<!-- Written by packages/openapi-diff/scripts/write-check-pages.ts from the catalogue; edits are lost. -->';

function indexPage(byPage: ReadonlyMap<string, readonly Check[]>): string {
  const byArea = Map.groupBy(byPage, ([, [first]]) => first?.area ?? 'operations');
  const sections = Array.from(byArea, ([area, pages]) =>
    [
      `## ${capitalised(area)}`,
      table(
        ['check', 'what has happened', 'level'],
        pages.flatMap(([page, members]) =>
          members.map((check) => [`[${check.id}](${page}.md)`, check.meaning, usualLevel(check)]),
        ),
      ),
    ].join('\n\n'),
  );
  return document([
    '# Checks',
    WRITTEN_BY,
    `Every change in a report has the id of one of these ${checks().length} checks. The level is the usual one: a change that is shown to break has another level than one that merely reads differently, see the pages.`,
    ...sections,
    '## Left out',
    'Other tools have these ids. They have no effect here.',
    table(
      ['id', 'why'],
      LEFT_OUT.map(({ id, why }) => [`\`${id}\``, why]),
    ),
  ]);
}

function checkPage(
  page: string,
  members: readonly [Check, ...Check[]],
  says: ReadonlyMap<string, string>,
): string {
  const [first] = members;
  return document([
    `# ${page}`,
    WRITTEN_BY,
    table(
      ['id', 'what has happened', 'breaks', "can't be decided", 'safe'],
      members.map(({ id, meaning, levels }) => [
        `\`${id}\``,
        meaning,
        levels.breaking,
        levels.undecided,
        levels.safe,
      ]),
    ),
    '## The law',
    ...new Set(members.map(({ law }) => LAWS[law])),
    ...examples(members, says),
    ...differences(members),
    '## Another level',
    `\`xano-specs diff old.json new.json --level ${first.id}=${otherLevel(first)}\` sets the level for one comparison. Levels are \`error\`, \`warning\`, \`info\` and \`none\`, which leaves the check's changes out of the report.`,
    '## Accepting a change',
    'An entry in `.xano-specs/exceptions.yml` accepts it, for all operations or for some, until a date or for good:',
    fenced(
      'yaml',
      [
        'exceptions:',
        `  - id: ${first.id}`,
        '    operation: POST /orders',
        '    reason: Agreed with everyone who calls it',
        '    expires: "2030-12-31"',
      ].join('\n'),
    ),
    '[All checks](README.md)',
  ]);
}

const USUALLY: Readonly<Record<Ruling, string>> = {
  breaking: 'breaks',
  safe: 'is safe',
  undecided: "can't be decided",
};

/** The examples of a page: members that show the same edit share it. */
function examples(members: readonly Check[], says: ReadonlyMap<string, string>): readonly string[] {
  const byShown = Map.groupBy(members, (check) => JSON.stringify(shownOf(check.example())));
  return ['## Example', ...[...byShown.values()].flatMap((group) => exampleOf(group, says))];
}

function exampleOf(group: readonly Check[], says: ReadonlyMap<string, string>): readonly string[] {
  const [first] = group;
  if (first === undefined) return [];
  const example = first.example();
  const { before, after } = shownOf(example);
  const settings =
    example.policy === undefined ? [] : [`With the settings \`${JSON.stringify(example.policy)}\`.`];
  const where = group.length === 1 ? (example.shown?.where ?? 'the document') : 'a schema';
  return [
    `Before, ${where}:`,
    fenced('json', JSON.stringify(before, null, 2)),
    'After:',
    fenced('json', JSON.stringify(after, null, 2)),
    ...settings,
    table(
      ['id', 'this', 'level', 'the report says'],
      group.map((check) => [
        `\`${check.id}\``,
        USUALLY[check.usual],
        usualLevel(check),
        says.get(check.id) ?? '',
      ]),
    ),
  ];
}

function shownOf({ shown, before, after }: Example): { readonly before: unknown; readonly after: unknown } {
  return shown === undefined ? { before, after } : { before: shown.before, after: shown.after };
}

function differences(members: readonly Check[]): readonly string[] {
  const rows = members.flatMap((check) =>
    check.differs === null
      ? []
      : [[`\`${check.id}\``, check.differs.listed, usualLevel(check), check.differs.why]],
  );
  if (rows.length === 0) return [];
  return ['## Where other tools say otherwise', table(['id', 'there', 'here', 'why'], rows)];
}

function otherLevel(check: Check): string {
  return usualLevel(check) === 'warning' ? 'error' : 'warning';
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function document(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}
