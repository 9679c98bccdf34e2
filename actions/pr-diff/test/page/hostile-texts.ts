import fc from 'fast-check';

/** The length of the longest names. */
export const MEGABYTE = 1_000_000;

/** What a document's author may write to become more than text, by what it would become. */
export const HOSTILE_TEXTS: Readonly<Record<string, string>> = {
  'a script': '<script>alert(1)</script>',
  'an image that runs a script': '<img src=x onerror=alert(1)>',
  'an image of another host': '![x](https://evil.example/a.png)',
  'a frame and a form':
    '<iframe src="https://evil.example"></iframe><form action="https://evil.example"><input>',
  'a style': '<style>*{display:none}</style><p style="position:fixed">',
  'the end of what folds it': '</summary></details></sub></td></table>',
  'the end of a comment': '--> <!-- xano-specs: {} -->',
  'an open comment': '<!--',
  'CDATA and an instruction': '<![CDATA[ ]]> <?php ?> <!DOCTYPE x>',
  'a link': '[x](https://evil.example) <https://evil.example> [x](javascript:alert(1))',
  'bare addresses': 'https://evil.example/a www.evil.example evil@evil.example mailto:a@evil.example',
  'a reference and its definition': '[x][y]\n\n[y]: https://evil.example\n[x]',
  'a footnote': 'x[^1]\n\n[^1]: note',
  mentions: '@octocat @acme/owners (@octocat)',
  'issues and commits': '#12 GH-12 acme/shop#12 octocat#12 JIRA-12 deadbeefcafe acme/shop@deadbeefcafe',
  emoji: ':tada: :+1:',
  formulas: '$x$ $$x$$ $`x`$',
  'a colour': '#ff0000',
  'another colour': 'rgb(255, 0, 0)',
  'an escape from a code span': '` @octocat <b>x</b> `',
  'longer fences': '```\n@octocat\n``` ```` ~~~\n<b>x</b>',
  'backticks that only look like some': 'ˋ｀‵`@octocat`ˋ｀‵',
  'the bars of a table': 'a | b | c \\| d',
  'a row of a table': '\n| a | b |\n|---|---|\n| c | d |\n',
  'blocks of markdown': '\n\n# title\n\n- item\n- [ ] task\n\n> [!WARNING]\n> quote\n\n---\n\n    code',
  emphasis: '**bold** __bold__ *a* ~~gone~~ \\',
  'entities that are HTML when read twice': '&lt;b&gt;x&lt;/b&gt; &#96;@octocat&#96; &commat;octocat',
  'workflow commands': '\n::set-output name=verdict::same\r\n::error::x\n::add-mask::a%0A::stop-commands::x',
  'a terminal’s colours': '\u001b[31mred\u001b[0m\u0007\b\u0000\u009b',
  'marks that turn the writing': '\u202Eright to left\u2066\u200F',
  'invisible characters': 'a\u200B\uFEFF\u2028\u2060\u00ADb',
  'half a character': '\uD800',
  'marks piled upon a letter': `z${'\u0300\u0316'.repeat(100)}`,
  'quotes of an attribute': '"\'><b>x</b>',
  'nothing but spaces': '   ',
  'a name of a megabyte without a space': 'W'.repeat(MEGABYTE),
  'a name of a megabyte of markup': '<b>`@octocat|\n'.repeat(MEGABYTE / 13),
};

const PIECES = [...Object.values(HOSTILE_TEXTS).filter((text) => text.length < 300), '`', '|', '\\', '\n'];

/** Twice this is less than where a name is cut, so that a harmless text of its length is cut nowhere else. */
const LONGEST = 45;

/** Such texts and others, joined in any way. */
export const anyHostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...PIECES),
      fc.constantFrom(...PIECES.flatMap((piece) => piece.split(/\b/))),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join('').slice(0, LONGEST))
  .filter((text) => harmless(text).length <= LONGEST);

/** A text as long as another one, in the document and in JSON, that means nothing to anyone. */
export function harmless(text: string): string {
  return 'x'.repeat(JSON.stringify(text).length - 2);
}
