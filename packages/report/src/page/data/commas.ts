/** Whether JSON has a comma behind each line of one side: wherever another member or item follows. */
export function commasBehind(lines: readonly (string | null)[]): boolean[] {
  let next: string | null = null;
  return lines
    .toReversed()
    .map((line) => {
      if (line === null) return false;
      const isLast = next === null || isClosing(next);
      next = line;
      return !(isLast || isOpening(line) || line.startsWith('…'));
    })
    .toReversed();
}

function isOpening(line: string): boolean {
  return /(?:^|: )[[{]$/.test(line);
}

function isClosing(line: string): boolean {
  return line === '}' || line === ']';
}
