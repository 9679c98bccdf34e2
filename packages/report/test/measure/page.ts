/**
 * How big pages are and how soon they can be used: the file, the time until the first changes
 * are shown and the page answers, the memory of its tab, and the frames that scrolling drops.
 *
 * usage: node test/measure/page.ts FILE.html ...   in the folder of the package
 */
import { readFileSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { startBrowser } from '../browser/open-page.ts';

const RUNS = 5;

interface Measured {
  /** From the start of the navigation until the changes are on the screen and the page is idle. */
  readonly interactive: number;
  /** Of the script, after a collection. */
  readonly heap: number;
  /** Of the tab's process as a whole, where the system says. */
  readonly resident: number;
  readonly search: number;
  readonly open: number;
  readonly slowFrames: number;
  readonly slowest: number;
  readonly longTasks: number;
}

const INTERACTIVE = `new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))))`;

/** From a key in the search until what it found is on the screen, and from a click until the details are. */
const until = (act: string) =>
  `new Promise((resolve) => { const start = performance.now(); ${act}; requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start))); })`;

const SEARCH = until(
  "const field = document.querySelector('.search input'); field.value = 'repository'; field.dispatchEvent(new Event('input', { bubbles: true }))",
);
const CLEAR = until(
  "const field = document.querySelector('.search input'); field.value = ''; field.dispatchEvent(new Event('input', { bubbles: true }))",
);
const OPEN = until("document.querySelector('.card-head').click()");

/**
 * Scrolls 400 pixels a frame through the list, then from one far place to another, and gives how long
 * each frame took, and each task of more than 50 ms (https://www.w3.org/TR/longtasks-1/).
 */
const SCROLL = `new Promise((resolve) => {
  const frames = [];
  const tasks = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ type: 'longtask' });
  let last = performance.now();
  const step = (now) => {
    frames.push(now - last);
    last = now;
    const end = document.documentElement.scrollHeight;
    if (frames.length < 120) scrollBy(0, 400);
    else if (frames.length % 10 === 0) scrollTo(0, (end * ((frames.length / 10) * 7 % 10)) / 10);
    if (frames.length < 220) requestAnimationFrame(step);
    else setTimeout(() => resolve({ frames: frames.slice(1), tasks }), 100);
  };
  requestAnimationFrame(step);
})`;

async function measure(page: Page, url: string): Promise<Measured> {
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForLoadState('load');
  const interactive = await page.evaluate<number>(INTERACTIVE);
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const resident = await residentOf(page);
  const open = await page.evaluate<number>(OPEN);
  const search = await page.evaluate<number>(SEARCH);
  await page.evaluate(CLEAR);
  const { frames, tasks } = await page.evaluate<{ frames: number[]; tasks: number[] }>(SCROLL);
  return {
    interactive,
    heap: usedSize / 1e6,
    resident,
    open,
    search,
    slowFrames: frames.filter((frame) => frame > 50).length,
    slowest: Math.max(...frames),
    longTasks: tasks.length,
  };
}

/** The megabytes of the largest process that renders; 0 on a system without `/proc`. */
async function residentOf(page: Page): Promise<number> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      try {
        return (
          Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1e3
        );
      } catch {
        return 0;
      }
    });
  return Math.max(0, ...sizes);
}

function median(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(1);
}

await using browser = await startBrowser();
for (const file of process.argv.slice(2)) {
  const url = pathToFileURL(file).href;
  const runs: Measured[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    await using context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    runs.push(await measure(await context.newPage(), url));
  }
  const of = (key: keyof Measured) => median(runs.map((run) => run[key]));
  console.log(
    `${file}: ${(statSync(file).size / 1e6).toFixed(2)} MB, interactive after ${of('interactive')} ms, heap ${of('heap')} MB, process ${of('resident')} MB, ` +
      `open ${of('open')} ms, search ${of('search')} ms, ${of('slowFrames')} of 219 frames over 50 ms, slowest ${of('slowest')} ms, ${of('longTasks')} long tasks`,
  );
}
