/** Whole processes timed in turns, so that a slow moment of the machine meets all of them alike. */
import { spawnSync } from 'node:child_process';

/** A command to be timed. A Node script may print its peak memory in bytes on a line of its own on standard error. */
export interface Contender {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Exit statuses that mean that the work was done. */
  readonly good?: readonly number[];
}

/** What the runs of one contender took. */
export interface Measured {
  readonly name: string;
  /** Milliseconds. */
  readonly median: number;
  readonly fastest: number;
  readonly slowest: number;
  /** Bytes, the median; null where the process didn't tell. */
  readonly memory: number | null;
  /** Why there is no figure, or null. */
  readonly failed: string | null;
}

export interface MeasureOptions {
  readonly runs: number;
  /** Milliseconds after which a process is stopped. */
  readonly timeout: number;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Runs each contender once for warming the disk's cache and then in turns. */
export function measure(contenders: readonly Contender[], { runs, timeout }: MeasureOptions): Measured[] {
  const samples = contenders.map((contender) => ({
    contender,
    times: [] as number[],
    memory: [] as number[],
    failed: '',
  }));
  for (let run = 0; run <= runs; run += 1) {
    for (const sample of samples) {
      if (sample.failed !== '') continue;
      const { command, args, good = [0] } = sample.contender;
      const start = process.hrtime.bigint();
      const { status, error, stderr } = spawnSync(command, args, {
        encoding: 'utf8',
        timeout,
        maxBuffer: 1 << 30,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      const time = Number(process.hrtime.bigint() - start) / 1e6;
      if (error !== undefined && 'code' in error && error.code === 'ETIMEDOUT') {
        sample.failed = `not done within ${timeout / 1000} s`;
      } else if (status === null || !good.includes(status)) {
        sample.failed = `exit ${status}: ${stderr.trim().split('\n')[0] ?? ''}`;
      } else if (run > 0) {
        sample.times.push(time);
        const peak = /^peak (\d+)$/m.exec(stderr)?.[1];
        if (peak !== undefined) sample.memory.push(Number(peak));
      }
    }
  }
  return samples.map(({ contender, times, memory, failed }) => ({
    name: contender.name,
    median: median(times),
    fastest: Math.min(...times),
    slowest: Math.max(...times),
    memory: memory.length === 0 ? null : median(memory),
    failed: failed === '' ? null : failed,
  }));
}

/** One line for each contender, with its ratio to the first. */
export function table(title: string, measured: readonly Measured[]): string {
  const [first] = measured;
  const lines = measured.map(({ name, median: time, fastest, slowest, memory, failed }) => {
    if (failed !== null || first === undefined) return `  ${name.padEnd(34)} ${failed ?? ''}`;
    const ratio = `${(time / first.median).toFixed(2)}×`;
    const spread = `${time.toFixed(0)} ms (${fastest.toFixed(0)}–${slowest.toFixed(0)})`;
    const peak =
      memory === null
        ? ''
        : `${(memory / 2 ** 20).toFixed(0)} MiB${first.memory === null ? '' : ` = ${(memory / first.memory).toFixed(2)}×`}`;
    return `  ${name.padEnd(34)} ${ratio.padStart(7)}  ${spread.padEnd(24)} ${peak}`;
  });
  return [title, ...lines].join('\n');
}
