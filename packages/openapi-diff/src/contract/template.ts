const VARIABLE = /\{([^{}]*)\}/g;

/** The names of a path template's variables, in order. */
export function variablesOf(path: string): readonly string[] {
  return Array.from(path.matchAll(VARIABLE), (match) => match[1] ?? '');
}

/** A path template with its variables' names left out: `/users/{id}` and `/users/{user}` are both `/users/{}`. */
export function abstractTemplate(path: string): string {
  return path.includes('{') ? path.replace(VARIABLE, '{}') : path;
}
