import { cut, oneLine, safeJson } from './sanitize.ts';

/**
 * GitHub makes links, mentions and images not only of markdown but of bare words: addresses,
 * `@name`, `#12`, `owner/name#12`, commit hashes, `:emoji:`. Entities and backslashes don't
 * help, since these are looked for in the finished page; code spans do. So a word is left
 * bare only if it is made of these characters and is none of the words below.
 */
const PLAIN_WORD = /^[\p{L}\p{N},.;:'"()…–—’%-]*$/u;
const ACTIVE_WORD = /www\.|GH-\d|\b[0-9a-f]{7,}\b|:[^\s:]+:/i;

/** The one thing that GitHub does make of code: beside a colour that stands alone in a span it paints a dot. */
const COLOUR = /^\s*(?:#[0-9a-f]{6}|(?:rgb|hsl)a?\(.*\))\s*$/i;

/** The longest name or value that a code span shows. */
const LONGEST_CODE = 300;

/**
 * Text as a code span that nothing can break out of: one line without backticks. What would
 * be empty or become a colour stands in quotes.
 */
export function codeSpan(text: string, longest = LONGEST_CODE): string {
  // Cut twice: first what is long, then what became long by being escaped.
  const shown = cut(oneLine(cut(text, longest)), longest).replaceAll('`', "'");
  return shown.trim() === '' || COLOUR.test(shown) ? `\`"${shown}"\`` : `\`${shown}\``;
}

/**
 * A sentence with code spans as inline markdown. Whatever the sentence holds, no mention, link,
 * image, HTML or formatting comes of it: the code spans stay, and of the rest each word that
 * isn't plainly a word becomes a code span itself.
 */
export function inline(text: string, longest = 2_000): string {
  const parts = cut(text, longest).split('`');
  return parts
    .map((part, index) => {
      if (index % 2 === 1 && index < parts.length - 1) return codeSpan(part, longest);
      return oneLine(part)
        .split(' ')
        .map((word) => (PLAIN_WORD.test(word) && !ACTIVE_WORD.test(word) ? word : codeSpan(word)))
        .join(' ');
    })
    .join('');
}

/** A cell of a table. A bar ends a cell even in a code span, and a backslash before it can be undone: so none is left. */
export function cell(markdown: string): string {
  return markdown.replaceAll('|', '¦');
}

/** A link, or its label where there is no address or one that is neither http nor https. */
export function link(label: string, url: string | null | undefined): string {
  if (url === null || url === undefined || !/^https?:\/\/[^/]/.test(url)) return label;
  return `[${label}](${linkAddress(url)})`;
}

/** An address as it stands in a link: without a character that could end it. */
export function linkAddress(url: string): string {
  return url
    .toWellFormed()
    .replace(/[^\w\-.~:/?#@!$&*+,;=%]/gu, (character) =>
      encodeURIComponent(character).replace(/['()]/g, percent),
    );
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** A JSON value as a fenced block, whatever backticks are in it; cut after so many characters. */
export function jsonBlock(value: unknown, longest: number): string {
  const text = safeLines(JSON.stringify(value, null, 2));
  const shown = cut(text, longest);
  const runs = shown.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return `${fence}json\n${shown}\n${fence}`;
}

function safeLines(json: string): string {
  return json.split('\n').map(safeJson).join('\n');
}
