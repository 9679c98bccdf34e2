/**
 * Loaded before the bundle: short waits, such as those between two writes to GitHub, take a
 * twentieth of their time. Long ones, which end a request that hangs, stay as they are.
 */
import { syncBuiltinESMExports } from 'node:module';
import promises from 'node:timers/promises';

const LONGEST_WAIT_MS = 20_000;
const wait = globalThis.setTimeout;
const pause = promises.setTimeout;

const shortened = (ms) => (ms <= LONGEST_WAIT_MS ? ms / 20 : ms);

globalThis.setTimeout = Object.assign(
  (callback, ms = 0, ...values) => wait(callback, shortened(ms), ...values),
  wait,
);
promises.setTimeout = (ms = 0, ...values) => pause(shortened(ms), ...values);
syncBuiltinESMExports();
