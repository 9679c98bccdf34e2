import fc from 'fast-check';

/** Texts that try to become something in a terminal, a page, a table, a log or an XML file. */
export const HOSTILE = [
  '@octocat',
  'octo/repo#12',
  '#12',
  'GH-12',
  'deadbeefdeadbeef',
  'someone@example.com',
  'https://example.com/a',
  'www.example.com',
  '![x](https://example.com/a.png)',
  '[x](https://example.com)',
  '<https://example.com>',
  '<img src=x onerror=alert(1)>',
  '</details><script>alert(1)</script>',
  '<!-- -->',
  '-->',
  '&lt;b&gt;',
  '`',
  '``` ` ```',
  '` @octocat `',
  'a | b',
  'a \\| b',
  '\\',
  '**bold** __bold__ ~~gone~~',
  ':tada:',
  '[^1]',
  '$x$',
  '#ff0000',
  'hsl(0, 100%, 50%)',
  '\n# title',
  '\n\n- item',
  '\r\n::error::x',
  '::set-output name=a::b',
  '%0A::error::x',
  '\u001b[31mred\u001b[0m',
  '\u0007\b\u0000',
  '\u202Eright to left\u2066',
  '\u200B\uFEFF\u2028',
  ']]>',
  '"\'',
  '\uD800',
  '{"a": 1}',
  '  ',
  '',
];

/** A text that a document might hold, hostile as a rule. */
export const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme' })), { maxLength: 4 })
  .map((parts) => parts.join(''));
