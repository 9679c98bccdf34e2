/**
 * Gives what decides whether something with these names is selected by the patterns: one
 * of its names matches one pattern that selects (or none of them selects), and no pattern
 * that leaves out matches any of its names. `\` takes the next character as it is.
 */
export function nameMatcher(patterns: readonly string[] = []): (names: readonly string[]) => boolean {
  const included = patterns.filter((pattern) => !pattern.startsWith('!'));
  const excluded = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  return (names) => (included.length === 0 || matchesAny(included, names)) && !matchesAny(excluded, names);
}

function matchesAny(patterns: readonly string[], names: readonly string[]): boolean {
  return patterns.some((pattern) => names.some((name) => matchesPattern(pattern, name)));
}

type Token =
  | { readonly kind: 'any' }
  | { readonly kind: 'one' }
  | { readonly kind: 'char'; readonly char: string };

/**
 * Whether a name is what the pattern describes. It takes at most length × length steps, so
 * neither can stall a run. A library for paths would treat `/`, `(` and `{` in a name as
 * its own signs; Xano's names hold them freely.
 */
export function matchesPattern(pattern: string, name: string): boolean {
  const tokens = tokensOf(fold(pattern));
  const characters = [...fold(name)];
  let at = 0;
  let token = 0;
  let star = -1;
  let resumeAt = 0;
  while (at < characters.length) {
    const current = tokens[token];
    if (current?.kind === 'any') {
      star = token;
      resumeAt = at;
      token += 1;
    } else if (current?.kind === 'one' || (current?.kind === 'char' && current.char === characters[at])) {
      token += 1;
      at += 1;
    } else if (star !== -1) {
      resumeAt += 1;
      at = resumeAt;
      token = star + 1;
    } else {
      return false;
    }
  }
  return tokens.slice(token).every(({ kind }) => kind === 'any');
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

function tokensOf(pattern: string): Token[] {
  const tokens: Token[] = [];
  let literal = false;
  for (const char of pattern) {
    if (literal) tokens.push({ kind: 'char', char });
    else if (char === '*') tokens.push({ kind: 'any' });
    else if (char === '?') tokens.push({ kind: 'one' });
    else if (char !== '\\') tokens.push({ kind: 'char', char });
    literal = char === '\\' && !literal;
  }
  if (literal) tokens.push({ kind: 'char', char: '\\' });
  return tokens;
}
