/** "2 places hold what looks like credentials or personal data." */
export function leakWords(count: number): string {
  return count === 1
    ? 'One place holds what looks like a credential or personal data.'
    : `${count.toLocaleString('en-US')} places hold what looks like credentials or personal data.`;
}

/** A text that ends as a sentence does. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
