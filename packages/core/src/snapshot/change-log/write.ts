import { CHANGE_LOG_FILE, changeLogArchive } from '../companions.ts';
import type { WriteCompanions } from '../prepare.ts';
import { insertSection } from './insert.ts';
import { changeLogSection, dayOf, type SectionOptions } from './section.ts';

/** How the change log of a run is written. */
export interface ChangeLogOptions extends SectionOptions {
  /**
   * The change log that an earlier run wrote for the same changes, such as the one on the
   * branch of a pull request that is still open. If this run would say the same at another
   * time, the earlier one stays; null when there is none.
   */
  readonly earlier?: string | null;
}

/**
 * What writes the change log beside the manifest: one section for a run that changes a
 * document. The old text goes to a file that is named after the day once it is too long, and
 * at most once a day, so that no older one is ever replaced.
 */
export function changeLogWriter(options: ChangeLogOptions): WriteCompanions {
  return async (documents, read) => {
    const archive = changeLogArchive(dayOf(options.at));
    const isFree = (await read(archive)) === null;
    const section = changeLogSection(documents, options);
    const { text, archived } = insertSection(await read(CHANGE_LOG_FILE), section, isFree ? archive : null);
    const [heading = ''] = section.split('\n');
    return [
      ...(archived === null ? [] : [{ path: archive, text: archived }]),
      { path: CHANGE_LOG_FILE, text: sayTheSame(text, heading, options.earlier ?? null) ?? text },
    ];
  };
}

/** The earlier text, if it differs from the new one in the time of the new section alone. */
function sayTheSame(text: string, heading: string, earlier: string | null): string | null {
  if (earlier === null || earlier.length !== text.length) return null;
  const start = text.indexOf(heading);
  const end = start + heading.length;
  const time = earlier.slice(start, end);
  const isTime = /^## \d{4}-\d{2}-\d{2} \d{2}:\d{2} UTC$/.test(time);
  return isTime && `${text.slice(0, start)}${time}${text.slice(end)}` === earlier ? earlier : null;
}
