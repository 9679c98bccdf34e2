/** Words and signs that no secret holds. */
const WORDS =
  /example|placeholder|redacted|change.?me|xxxx|\*\*\*\*|\.\.\.|…|^test|^(?:string|text|null|none|undefined|true|false|bearer|basic)$/i;

/** A word that stands in for another, alone or before what it stands for: `your`, `sampleToken`. */
const STAND_IN =
  /^(?:(?:your|example|sample|dummy)(?:user|name|e?mail|address|api|access|auth|client|key|token|secret|pass|word|here)*|placeholder|redacted|changeme|x{3,})$/i;

/** Where a word of a name ends: `your-key`, `YOUR_KEY`, `yourKey`. */
const BETWEEN_WORDS = /[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/;

/**
 * Templates from end to end, and what joins them: `${NAME}`, `{{name}}`, `<name>`, `[name]`. Secrets hold
 * any of these signs, so one of them alone says nothing.
 */
const TEMPLATES = /^(?:\$?\{{1,2}[^{}]*\}{1,2}|<[^<>]*>|\[[^[\]]*\]|[-_.:/])+$/;

/** A variable of a shell; with a digit in its name it could as well be a password. */
const VARIABLE = /^(?:\$[A-Za-z_]+|%[A-Za-z_]+%)$/;

/** The longest value that is looked at as a possible placeholder. */
const LONGEST = 200;

/** Whether a value only shows where a secret would stand: `YOUR_API_KEY`, `<token>`, `xxxxxxxx`, `password`. */
export function isPlaceholder(value: string): boolean {
  const start = value.slice(0, LONGEST);
  return (
    WORDS.test(start) ||
    isTemplate(start) ||
    holdsStandIn(start) ||
    new Set(start.toLowerCase()).size <= 2 ||
    isPlainWord(start)
  );
}

/** Whether a value is what somebody else puts a value in place of: `${NAME}`, `%NAME%`, `{{name}}`. */
export function isTemplate(value: string): boolean {
  return TEMPLATES.test(value) || VARIABLE.test(value);
}

/** Whether one of the words of a name stands in for another: `your.name` does, `youri` does not. */
export function holdsStandIn(name: string): boolean {
  return name.split(BETWEEN_WORDS).some((word) => STAND_IN.test(word));
}

/** A password or token that is a word is a name for one. */
function isPlainWord(value: string): boolean {
  return value.length < 16 && /^[A-Za-z]+(?:[_-][A-Za-z]+)*$/.test(value);
}
