/** A part of a sentence, and whether it is code. */
export interface SentencePart {
  readonly text: string;
  readonly isCode: boolean;
}

/** A sentence of the engine, in which names and values stand between backticks. An odd one is text. */
export function codeParts(sentence: string): SentencePart[] {
  const pieces = sentence.split('`');
  if (pieces.length % 2 === 0) {
    const rest = pieces.splice(-2);
    pieces.push(rest.join('`'));
  }
  return pieces.map((text, index) => ({ text, isCode: index % 2 === 1 })).filter(({ text }) => text !== '');
}
