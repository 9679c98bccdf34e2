import { diff, headline, type Level, readPair, type Source } from '@xano-specs/openapi-diff';
import type { ChangeLine, DescribeChanges } from './changes.ts';

/** Compares two texts of a document with the diff engine. `now` is the moment that sunset dates are held against. */
export function engineDescription(now: () => Date): DescribeChanges {
  return async (before, after) => {
    const { base, head } = await readPair(text('before', before), text('after', after));
    const { summary, changes } = await diff(base, head, { now: now() });
    return {
      breaking: summary.error,
      warnings: summary.warning,
      safe: summary.info,
      lines: changes.map((change) => ({
        word: wordOf(change.level, change.id),
        text: headline(change, (name) => name).replaceAll('`', ''),
      })),
    };
  };
}

/** A document that stands alone: what it refers to outside is not read. */
function text(uri: string, content: string): Source {
  return {
    uri,
    load: async (asked) => {
      if (asked === uri) return content;
      throw new Error(`The document refers to ${asked}, which is not part of the snapshot.`);
    },
  };
}

function wordOf(level: Level, id: string): ChangeLine['word'] {
  if (level === 'error') return 'breaks';
  if (level === 'warning') return 'warns';
  return /-added$|^new-/.test(id) ? 'adds' : 'notes';
}
