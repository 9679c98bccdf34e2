import { BLOCK, DETAILS_ID, INDEX_ID, type PageDetails, type PageIndex } from '../../page-data.ts';

/** The index of the page. */
export function readIndex(): PageIndex {
  return JSON.parse(textOf(INDEX_ID)) as PageIndex;
}

const blocks = new Map<number, readonly PageDetails[]>();

/** The details of a change; its block is parsed when the first of its changes is opened. */
export function readDetails(change: number): PageDetails | null {
  const number = Math.floor(change / BLOCK);
  const block = blocks.get(number) ?? (JSON.parse(textOf(`${DETAILS_ID}${number}`)) as PageDetails[]);
  blocks.set(number, block);
  return block[change % BLOCK] ?? null;
}

function textOf(id: string): string {
  return document.getElementById(id)?.textContent ?? 'null';
}
