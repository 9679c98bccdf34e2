/**
 * A description without the two tags that Xano writes into each of them, as in
 * `Get a book\n<br /><br />\n<b>Authentication:</b> required`: a break becomes one, and what is bold
 * becomes plain. Any other tag is text and stays.
 *
 * @param summary is left out where the description only begins with it again
 */
export function plainWords(description: string, summary = ''): string {
  const plain = description
    .replace(/<br ?\/?>/gi, '\n')
    .replace(/<\/?b>/gi, '')
    .replace(/\n[\n\r\t ]*\n/g, '\n\n')
    .trim();
  const [first = '', ...rest] = plain.split('\n');
  return first.trim() === summary.trim() ? rest.join('\n').trim() : plain;
}
