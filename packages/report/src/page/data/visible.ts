/**
 * Characters that are not seen, or that change how the text around them is read: controls,
 * marks that turn the writing, line ends of other systems, and halves of characters.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** More marks upon one letter than any writing needs reach over the lines around it. */
const PILED = /(\p{M}{4})\p{M}+/gu;

/** The text with what can't be seen in it written out, so that no name passes for another one. */
export function visible(text: string): string {
  return text
    .replace(PILED, '$1…')
    .replace(UNSEEN, (character) =>
      character === '\n' ? character : `\\u{${character.codePointAt(0)?.toString(16)}}`,
    );
}
