import { type Check, check, checks, LAWS, LEFT_OUT, type Level, usualLevel } from '@xano-specs/openapi-diff';
import { CommandError } from '../../errors.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Shell } from '../../shell.ts';
import type { Screen } from '../../terminal/screen.ts';
import { tableLines } from '../../terminal/table.ts';
import { paletteOf } from '../diff/render.ts';
import type { ChecksFlags } from './command.ts';
import { exampleText } from './example.ts';

/**
 * Prints the list of checks, or all about one.
 * @throws CommandError USAGE for an id that no check has
 */
export async function runChecks(id: string | undefined, flags: ChecksFlags, shell: Shell): Promise<ExitCode> {
  const { out } = shell;
  if (id === undefined) {
    out.write(flags.json === true ? json(checks().map(asData)) : list(checks(), out));
    return EXIT.ok;
  }
  const found = check(id);
  if (found === null) throw unknown(id);
  const { before, after } = found.example();
  out.write(
    flags.json === true ? json({ ...asData(found), example: { before, after } }) : await page(found, shell),
  );
  return EXIT.ok;
}

function asData(one: Check) {
  const { id, area, meaning, law, levels, differs } = one;
  return { id, area, level: usualLevel(one), meaning, law: LAWS[law], levels, differs };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function list(all: readonly Check[], { colours }: Screen): string {
  const { level: paint } = paletteOf(colours);
  const rows = all.map((one) => {
    const level = usualLevel(one);
    return [
      { text: one.id, paint: colours.bold },
      { text: level, paint: (text: string) => paint(level, text) },
      { text: one.meaning },
    ];
  });
  return `${tableLines(rows).join('\n')}\n`;
}

async function page(one: Check, shell: Shell): Promise<string> {
  const { out } = shell;
  const { bold, dim } = out.colours;
  const palette = paletteOf(out.colours);
  const level = usualLevel(one);
  const others = (['breaking', 'undecided', 'safe'] as const)
    .map((ruling) => `${RULINGS[ruling]}: ${one.levels[ruling]}`)
    .join(', ');
  return [
    `${bold(one.id)}  ${palette.level(level, level)}  ${dim(one.area)}`,
    '',
    one.meaning,
    '',
    LAWS[one.law],
    `Levels: ${others}.`,
    ...(one.differs === null ? [] : [differenceOf(level, one.differs.listed, one.differs.why)]),
    '',
    await exampleText(one, shell),
  ].join('\n');
}

const RULINGS = {
  breaking: 'where it breaks',
  undecided: "where that can't be decided",
  safe: 'where it is safe',
};

function differenceOf(level: Level, listed: Level, why: string): string {
  return `Other tools call it ${listed}, this one ${level}: ${why}`;
}

/** How many ids are proposed for one that is unknown. */
const PROPOSED = 5;

function unknown(id: string): CommandError {
  const leftOut = LEFT_OUT.find((one) => one.id === id);
  if (leftOut !== undefined) {
    return new CommandError('USAGE', `No check has the id ${id}, which other tools have.`, leftOut.why);
  }
  const parts = id.split('-').filter((part) => part !== '');
  const near = checks()
    .map((one) => ({ id: one.id, shared: parts.filter((part) => one.id.split('-').includes(part)).length }))
    .filter(({ shared }) => shared > 1)
    .toSorted((a, b) => b.shared - a.shared || a.id.length - b.id.length)
    .slice(0, PROPOSED)
    .map((one) => one.id);
  return new CommandError(
    'USAGE',
    `No check has the id ${id}.`,
    near.length === 0 ? 'xano-specs checks lists them all.' : `Did you mean ${near.join(', ')}?`,
  );
}
