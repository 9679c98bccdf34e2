/**
 * Whether a text fits a pattern in which `*` stands for any characters but a slash and `**`
 * for any characters. Linear in practice and at most quadratic, whatever the pattern: there
 * is no regular expression behind it.
 */
export function matchesWildcard(text: string, pattern: string): boolean {
  let reachable = new Set([0]);
  for (let at = 0; at < pattern.length && reachable.size > 0; at += 1) {
    if (pattern.startsWith('**', at)) {
      reachable = allFrom(Math.min(...reachable), text.length);
      at += 1;
    } else if (pattern.charAt(at) === '*') {
      reachable = segmentFrom(reachable, text);
    } else {
      reachable = step(reachable, text, pattern.charAt(at));
    }
  }
  return reachable.has(text.length);
}

function allFrom(start: number, end: number): Set<number> {
  const all = new Set<number>();
  for (let at = start; at <= end; at += 1) all.add(at);
  return all;
}

function segmentFrom(starts: ReadonlySet<number>, text: string): Set<number> {
  const all = new Set<number>();
  for (const start of starts) {
    for (let at = start; !all.has(at); at += 1) {
      all.add(at);
      if (at === text.length || text.charAt(at) === '/') break;
    }
  }
  return all;
}

function step(starts: ReadonlySet<number>, text: string, character: string): Set<number> {
  const next = new Set<number>();
  for (const at of starts) if (text.charAt(at) === character) next.add(at + 1);
  return next;
}
