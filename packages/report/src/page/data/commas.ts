/** The lines of one side as JSON has them: with a comma wherever another member or item follows. */
export function withCommas(lines: readonly (string | null)[]): (string | null)[] {
  let next: string | null = null;
  return lines
    .toReversed()
    .map((line) => {
      if (line === null) return null;
      const isLast = next === null || isClosing(next);
      next = line;
      return isLast || isOpening(line) || line.startsWith('…') ? line : `${line},`;
    })
    .toReversed();
}

function isOpening(line: string): boolean {
  return /(?:^|: )[[{]$/.test(line);
}

function isClosing(line: string): boolean {
  return line === '}' || line === ']';
}
