import { SUMMARY_LIMIT } from '@xano-specs/github';

/** How far a text that is too long is cut beyond what its bytes ask for. */
const CLOSER = 0.98;

/**
 * A report as the job summary, which GitHub measures in bytes and drops whole when it is too long.
 * @param render gives the report within so many characters
 */
export function summaryText(render: (characters: number) => string): string {
  let characters = SUMMARY_LIMIT - 1;
  for (;;) {
    const text = `${render(characters)}\n`;
    const bytes = Buffer.byteLength(text);
    if (bytes <= SUMMARY_LIMIT) return text;
    characters = Math.floor(((characters * SUMMARY_LIMIT) / bytes) * CLOSER);
  }
}
