import { check, LEVELS, type LevelSetting } from '@xano-specs/openapi-diff';
import * as z from 'zod';

const SETTINGS: readonly LevelSetting[] = [...LEVELS, 'none'];

/** Lines such as `response-property-enum-value-added: none`, as the engine takes them. */
export const levelsInput = () =>
  z
    .string()
    .transform((value, context): Readonly<Record<string, LevelSetting>> => {
      const levels: Record<string, LevelSetting> = {};
      for (const line of value.split(/[\n,]/).map((one) => one.trim())) {
        if (line === '') continue;
        const [, id = '', written = ''] = /^([\w-]+)\s*[:=]\s*(\w+)$/.exec(line) ?? [];
        const level = SETTINGS.find((one) => one === written.toLowerCase());
        if (level === undefined || check(id) === null) {
          context.addIssue({ code: 'custom', message: problemOf(line, id) });
        } else {
          levels[id] = level;
        }
      }
      return levels;
    })
    .prefault('');

function problemOf(line: string, id: string): string {
  if (id !== '' && check(id) === null) return `names "${id}", which is no check`;
  return `has the line "${line}"; write the id of a check, a colon, and error, warning, info or none`;
}
