const WORDS =
  /your|example|sample|dummy|placeholder|redacted|change.?me|xxxx|\*\*\*\*|\.\.\.|…|[<>{}[\]$%]|^test|^(?:string|text|null|none|undefined|true|false|bearer|basic)$/i;

/** The longest value that is looked at as a possible placeholder. */
const LONGEST = 200;

/** Whether a value only shows where a secret would stand: `YOUR_API_KEY`, `<token>`, `xxxxxxxx`, `password`. */
export function isPlaceholder(value: string): boolean {
  const start = value.slice(0, LONGEST);
  return WORDS.test(start) || new Set(start.toLowerCase()).size <= 2 || isPlainWord(start);
}

/** A password or token that is a word is a name for one. */
function isPlainWord(value: string): boolean {
  return value.length < 16 && /^[A-Za-z]+(?:[_-][A-Za-z]+)*$/.test(value);
}
