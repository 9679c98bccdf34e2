import fc from 'fast-check';

/** Characters that the generated patterns tell apart, a line feed and a character of two UTF-16 units among them. */
const CHARS = ['a', 'b', 'c', 'x', '0', '7', '-', '_', ' ', '\n', 'é', '😀'] as const;

/** A short string of those characters. */
export const text: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...CHARS), { maxLength: 7 })
  .map((chars) => chars.join(''));

const charClass = fc
  .tuple(
    fc.boolean(),
    fc.array(fc.constantFrom('a', 'b-c', '0-9', '\\d', '\\w', '\\s', '\\-', 'é', '😀', 'a-z', '\\n'), {
      maxLength: 3,
    }),
  )
  .map(([negated, members]) => `[${negated ? '^' : ''}${members.join('')}]`);

const atom = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('a', 'b', 'c', '0', '-', 'é', '😀', '\\.', '\\n') },
  {
    weight: 2,
    arbitrary: fc.constantFrom('.', '\\d', '\\D', '\\w', '\\W', '\\s', '\\S', '\\u0061', '\\x62', '\\cJ'),
  },
  { weight: 2, arbitrary: charClass },
);

const quantifier = fc.constantFrom('', '', '', '*', '+', '?', '*?', '{2}', '{0,2}', '{1,}', '{2,3}?', '{0}');

const syntax = fc.letrec<{ choice: string; sequence: string; piece: string }>((tie) => ({
  choice: fc.array(tie('sequence'), { minLength: 1, maxLength: 3 }).map((options) => options.join('|')),
  sequence: fc.array(tie('piece'), { maxLength: 4 }).map((pieces) => pieces.join('')),
  piece: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 6, arbitrary: fc.tuple(atom, quantifier).map(([part, times]) => part + times) },
    { weight: 1, arbitrary: fc.constantFrom('^', '$') },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom('(', '(?:'), tie('choice'), quantifier)
        .map(([open, inside, times]) => `${open}${inside})${times}`),
    },
  ),
}));

/** A pattern in ECMAScript's Unicode mode, anchored or not. */
export const pattern: fc.Arbitrary<string> = fc
  .tuple(syntax.choice, fc.integer({ min: 0, max: 3 }))
  .map(([source, dice]) => (dice === 0 ? `^(?:${source})$` : source));

/** A pattern that is anchored at both ends: where inclusion has more than one answer. */
export const anchored: fc.Arbitrary<string> = syntax.sequence.map((source) => `^(?:${source})$`);
