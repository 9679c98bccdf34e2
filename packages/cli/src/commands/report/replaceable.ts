import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CommandError } from '../../errors.ts';
import { meaningOf } from '../../system-errors.ts';

/** How a page begins, in any spelling: https://html.spec.whatwg.org/multipage/syntax.html#the-doctype */
const PAGE = /^<!doctype html>/i;

/**
 * Makes sure that a page that is written here takes nobody's file away: there is none yet, an empty
 * one, or a page.
 * @throws CommandError FILE when there is something else, such as one of the documents
 */
export async function mustBeReplaceable(path: string, workingDirectory: string): Promise<void> {
  const start = await startOf(path, workingDirectory);
  if (start === '' || PAGE.test(start)) return;
  throw new CommandError(
    'FILE',
    `${path} is there already and is no page, so it was left as it is.`,
    'Choose another file for the page with --out, or move this one away.',
  );
}

async function startOf(path: string, workingDirectory: string): Promise<string> {
  try {
    await using file = await open(resolve(workingDirectory, path), 'r');
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(32), position: 0 });
    return buffer.toString('latin1', 0, bytesRead);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return '';
    throw new CommandError(
      'FILE',
      `${path} can't be written: ${meaningOf(cause)}.`,
      'Choose another place, or mend this one.',
      cause,
    );
  }
}
