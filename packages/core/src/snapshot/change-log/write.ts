import { CHANGE_LOG_FILE, changeLogArchive } from '../companions.ts';
import type { WriteCompanions } from '../prepare.ts';
import { insertSection } from './insert.ts';
import { changeLogSection, dayOf, type SectionOptions } from './section.ts';

/**
 * What writes the change log beside the manifest: one section for a run that changes a
 * document. The old text goes to a file that is named after the day once it is too long, and
 * at most once a day, so that no older one is ever replaced.
 */
export function changeLogWriter(options: SectionOptions): WriteCompanions {
  return async (documents, read) => {
    const archive = changeLogArchive(dayOf(options.at));
    const isFree = (await read(archive)) === null;
    const section = changeLogSection(documents, options);
    const { text, archived } = insertSection(await read(CHANGE_LOG_FILE), section, isFree ? archive : null);
    return [
      ...(archived === null ? [] : [{ path: archive, text: archived }]),
      { path: CHANGE_LOG_FILE, text },
    ];
  };
}
