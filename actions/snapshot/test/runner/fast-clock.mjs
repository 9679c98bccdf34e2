/**
 * Loaded before the bundle: short waits, such as those between two writes to GitHub, take a
 * twentieth of their time. Long ones, which end a request that hangs, stay as they are.
 * Where TEST_DAY names a day, it begins at its noon.
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

const day = process.env.TEST_DAY;
if (day !== undefined) {
  const now = Date.now;
  const ahead = Date.parse(`${day}T12:00:00Z`) - now();
  globalThis.Date = class extends Date {
    constructor(...values) {
      super(...(values.length === 0 ? [now() + ahead] : values));
    }
    static now() {
      return now() + ahead;
    }
  };
}
