import { type Ran, xanoSpecs } from './command.ts';

/** Runs `xano-specs fake`, calls back with what it printed when it is ready, and stops it with Ctrl-C. */
export async function withFake(
  args: readonly string[],
  cwd: string,
  use: (printed: string) => Promise<void>,
): Promise<Ran> {
  let used: Promise<void> = Promise.resolve();
  const ended = await xanoSpecs(['fake', ...args], {
    cwd,
    onStart: (child) => {
      child.stdout?.once('data', (printed: string) => {
        used = use(printed).finally(() => child.kill('SIGINT'));
        // Awaited below, when the process has ended.
        used.catch(() => undefined);
      });
    },
  });
  await used;
  return ended;
}
