/**
 * Draws the pictures of pages in the READMEs into `docs/images`, of what `npm run demo` makes.
 *
 * usage: node scripts/pictures.ts
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { findChromium, NO_CHROMIUM } from './find-chromium.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What a picture shows: how wide and high the window is, and what is done before it is taken. */
interface Picture {
  readonly file: string;
  readonly page: string;
  readonly colorScheme: 'light' | 'dark';
  readonly width: number;
  readonly height: number;
  readonly prepare: (page: Page) => Promise<void>;
}

/** Opens the change that everyone understands at once. */
async function openPrice(page: Page): Promise<void> {
  await page.locator('.card-head').filter({ hasText: 'became text' }).first().click();
  await page.mouse.move(0, 0);
  await page.evaluate('document.activeElement.blur()');
}

/** The versions of the group that the clicks changed most. */
const VERSIONS = 'site/apis/explore-instance/book-marketplace/public-api/versions.html';

const PICTURES: readonly Picture[] = (['light', 'dark'] as const).flatMap((colorScheme) => [
  {
    file: `report-${colorScheme}.png`,
    page: 'report.html',
    colorScheme,
    width: 1120,
    height: 1240,
    prepare: openPrice,
  },
  {
    file: `site-${colorScheme}.png`,
    page: 'site/index.html',
    colorScheme,
    width: 1120,
    height: 700,
    prepare: async () => undefined,
  },
  {
    file: `site-versions-${colorScheme}.png`,
    page: VERSIONS,
    colorScheme,
    width: 1120,
    height: 620,
    prepare: async () => undefined,
  },
]);

const executablePath = findChromium(process.env);
if (executablePath === null) {
  console.error(NO_CHROMIUM);
  process.exit(2);
}
const demo = spawnSync(process.execPath, ['packages/cli/demo/demo.ts'], { cwd: ROOT, encoding: 'utf8' });
const [, folder] = /^The repository is in (.+)$/m.exec(demo.stdout) ?? [];
if (folder === undefined) throw new Error(`The demo has failed:\n${demo.stderr}`);
const browser = await chromium.launch({ executablePath });
try {
  for (const { file, page: name, colorScheme, width, height, prepare } of PICTURES) {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme,
      deviceScaleFactor: 1.5,
    });
    const page = await context.newPage();
    await page.goto(pathToFileURL(`${folder}/${name}`).href);
    await prepare(page);
    const { length } = await page.screenshot({ path: `${ROOT}docs/images/${file}` });
    console.log(`docs/images/${file}: ${Math.ceil(length / 1024)} kB`);
    await context.close();
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
