import { CHANGE_LOG_FILE, changeLogArchive } from '../companions.ts';
import type { WriteCompanions } from '../prepare.ts';
import { insertSection } from './insert.ts';
import { withoutSections } from './own-sections.ts';
import { changeLogSection, dayOf, type SectionOptions } from './section.ts';

/** How a change log is written. */
export interface ChangeLogOptions extends SectionOptions {
  /** Hashes of sections that the new one takes the place of. */
  readonly replaces?: ReadonlySet<string>;
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
    const present = await read(CHANGE_LOG_FILE);
    const before = present === null ? null : withoutSections(present, options.replaces ?? new Set());
    const { text, archived } = insertSection(before, section, isFree ? archive : null);
    return [
      ...(archived === null ? [] : [{ path: archive, text: archived }]),
      { path: CHANGE_LOG_FILE, text },
    ];
  };
}
