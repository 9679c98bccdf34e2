import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** What a Chromium is called, the free one first. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Says what to do where no Chromium was found. */
export const NO_CHROMIUM =
  'No Chromium was found: neither by CHROMIUM_PATH or CHROME_PATH, nor on the PATH, nor among playwright’s. ' +
  'Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH.';

/** The path of the Chromium to use: the one that the environment names, one on the PATH, or playwright's; null without any. */
export function findChromium(env: Readonly<Record<string, string | undefined>>): string | null {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [
    env.CHROMIUM_PATH,
    env.CHROME_PATH,
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    chromium.executablePath(),
  ];
  return candidates.find((path) => path !== undefined && path !== '' && isExecutable(path)) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
