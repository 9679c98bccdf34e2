import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Mutant } from './mutants.ts';

/** A sample that stays the same for the same seed, as far as the mutants in it stay what they are. */
export function sampled(all: readonly Mutant[], many: number, seed: string): Mutant[] {
  const met = new Map<string, number>();
  return all
    .map((mutant) => {
      const text = [seed, mutant.file, mutant.source.trim(), mutant.before, mutant.after].join('\n');
      const nth = (met.get(text) ?? 0) + 1;
      met.set(text, nth);
      return { mutant, rank: createHash('sha256').update(`${text}\n${nth}`).digest('hex') };
    })
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, many)
    .map(({ mutant }) => mutant);
}

const short = (text: string) => text.replace(/\s+/g, ' ').slice(0, 100);
/** A mutant in one line. */
export const shown = ({ file, line, before, after }: Mutant) =>
  `${file}:${line}: ${short(before)} → ${short(after)}`;

/** The mutants that an earlier run's output tells of, wherever their lines are now. */
export function survivorsOf(mutants: readonly Mutant[], output: string): Mutant[] {
  const lines = readFileSync(output, 'utf8').split('\n');
  const told = new Set(lines.map((line) => line.replace(/^\w+ (src\/[^:]+):\d+/, '$1')));
  return mutants.filter((mutant) => told.has(shown(mutant).replace(/:\d+/, '')));
}
