import { describe, expect, test } from '@jest/globals';
import {
  bookShop,
  type FakeXano,
  type Misbehaviour,
  type MisbehaviourName,
  misbehave,
  type Operation,
  startFakeXano,
} from '@xano-specs/fake-xano';
import { fetchDocuments, type SnapshotResult, type SourceApi, takeSnapshot } from '../../src/index.ts';
import { readTree, temporaryFolder } from '../snapshot/trees.ts';
import { BOTH, QUICK, secretsIn, sourceOf } from './against-fake.ts';

/** A fault at the document of one group: once, and for good. */
interface Expected {
  readonly once: string;
  readonly always: string;
  readonly make?: () => Misbehaviour;
  readonly settings?: { readonly requestTimeoutMs?: number; readonly maxBodyBytes?: number };
  /** Where the sources differ. */
  readonly developer?: string;
}

const same = (outcome: string): Expected => ({ once: outcome, always: outcome });
const recovers = (code: string): Expected => ({ once: 'same', always: `kept-failed ${code}` });
const UNREADABLE = same('kept-unreadable');

const EXPECTED: Readonly<Record<MisbehaviourName, Expected>> = {
  tooManyRequests: recovers('RATE_LIMITED'),
  tooManyRequestsWithRetryAfter: {
    ...recovers('RATE_LIMITED'),
    make: () => misbehave.tooManyRequestsWithRetryAfter(0.05),
  },
  serverError: recovers('SERVER_ERROR'),
  badGateway: recovers('SERVER_ERROR'),
  slowAnswer: { ...same('same'), make: () => misbehave.slowAnswer(30) },
  slowBody: { ...same('same'), make: () => misbehave.slowBody(5, 3) },
  cutBody: recovers('CONNECTION_FAILED'),
  htmlPage: same('kept-failed NOT_JSON'),
  notOpenApi: same('kept-failed NOT_OPENAPI'),
  brokenJson: same('kept-failed NOT_JSON'),
  emptyBody: same('kept-failed NOT_JSON'),
  redirectElsewhere: same('kept-failed REDIRECT_REFUSED'),
  // Only the address of a public document answers so for the document's own sake.
  unauthorized: { ...same('kept-failed CREDENTIAL_REFUSED'), developer: 'kept-unreadable' },
  accessDenied: UNREADABLE,
  // The Developer API's documents are asked for without a token, so none can run out.
  tokenExpires: { ...same('kept-failed CREDENTIAL_REFUSED'), developer: 'same' },
  groupVanishes: UNREADABLE,
  wrongShape: same('kept-failed NOT_OPENAPI'),
  hugeBody: { ...same('kept-failed BODY_TOO_LARGE'), settings: { maxBodyBytes: 500_000 } },
  connectionReset: recovers('CONNECTION_FAILED'),
  silence: { ...recovers('TIMED_OUT'), settings: { requestTimeoutMs: 250 } },
  documentationDisabled: UNREADABLE,
  documentationNeedsToken: UNREADABLE,
};

/** A run that finds a good snapshot, and everything that it shows. */
async function runOn(
  fake: FakeXano,
  api: SourceApi,
  directory: string,
  settings: Expected['settings'] = {},
): Promise<{ result: SnapshotResult; shown: unknown[] }> {
  const shown: unknown[] = [];
  const outcomes = fetchDocuments(sourceOf(fake, api), {
    ...QUICK,
    ...settings,
    onEvent: (event) => shown.push(event),
  });
  const result = await takeSnapshot({ outcomes, directory, onOutcome: (outcome) => shown.push(outcome) });
  return { result, shown: [...shown, result.rows, result.plan] };
}

/** Gives what became of a group, with the code of its error. */
function fateOf({ rows }: SnapshotResult, group: string): string | undefined {
  const row = rows.find((candidate) => candidate.group.group.name === group);
  return row === undefined
    ? undefined
    : [row.status, ...(row.error === null ? [] : [row.error.code])].join(' ');
}

async function withSnapshot(
  api: SourceApi,
  work: (fake: FakeXano, directory: string) => Promise<void>,
): Promise<void> {
  await using fake = await startFakeXano({ account: bookShop() });
  const { path, remove } = await temporaryFolder();
  try {
    await runOn(fake, api, path);
    await work(fake, path);
  } finally {
    await remove();
  }
}

describe.each(BOTH)('at the document of one group, by the %s,', (api) => {
  test.each(Object.entries(EXPECTED))(
    '%s costs that document at most, and no file',
    async (name, { once, always, make, settings, developer }) => {
      for (const times of [1, Number.POSITIVE_INFINITY]) {
        await withSnapshot(api, async (fake, directory) => {
          const before = await readTree(directory);
          const misbehaviour = make?.() ?? misbehave[name as MisbehaviourName]();
          const fault = fake.faults.add({
            misbehave: misbehaviour,
            on: 'group-document',
            group: 'Public API',
            times,
          });
          const { result, shown } = await runOn(fake, api, directory, settings);
          expect(fault.met).toBeGreaterThan(0);
          const expected = (api === 'developer-api' ? developer : undefined) ?? (times === 1 ? once : always);
          expect(fateOf(result, 'Public API')).toBe(expected);
          if (!(name === 'tokenExpires' && api === 'metadata-api')) {
            expect([fateOf(result, 'Private API'), fateOf(result, 'Billing')]).toEqual(['same', 'same']);
          }
          expect(await readTree(directory)).toEqual(before);
          expect(secretsIn(fake.secrets(), shown)).toEqual([]);
          expect(fake.log.strays()).toEqual([]);
          for (const { error, reason, remedy } of result.rows) {
            if (error !== null)
              expect([error.message, error.hint]).toEqual([
                expect.stringMatching(/\.$/),
                expect.stringMatching(/\.$/),
              ]);
            if (reason !== null)
              expect([reason, remedy]).toEqual([expect.stringMatching(/\.$/), expect.stringMatching(/\.$/)]);
          }
        });
      }
    },
  );
});

const LISTS: Readonly<Record<SourceApi, readonly Operation[]>> = {
  'metadata-api': ['list-instances', 'list-workspaces', 'list-branches', 'list-groups'],
  'developer-api': ['list-instances', 'exchange-token', 'list-workspaces'],
};

describe.each(BOTH)('at a list of the %s,', (api) => {
  test.each(Object.entries(EXPECTED))(
    '%s removes nothing and shows no secret',
    async (name, { make, settings }) => {
      await withSnapshot(api, async (fake, directory) => {
        const before = await readTree(directory);
        for (const on of LISTS[api]) {
          const misbehaviour = make?.() ?? misbehave[name as MisbehaviourName]();
          const fault = fake.faults.add({ misbehave: misbehaviour, on, times: Number.POSITIVE_INFINITY });
          const { shown } = await runOn(fake, api, directory, settings);
          fault.remove();
          expect(await readTree(directory)).toEqual(before);
          expect(secretsIn(fake.secrets(), shown)).toEqual([]);
          expect(fake.log.strays()).toEqual([]);
        }
      });
    },
  );

  test.each(['serverError', 'htmlPage', 'wrongShape', 'redirectElsewhere', 'emptyBody'] as const)(
    '%s of one instance leaves the other alone',
    async (name) => {
      await withSnapshot(api, async (fake, directory) => {
        fake.faults.add({
          misbehave: misbehave[name](),
          on: 'list-workspaces',
          instance: 'explore-instance',
          times: Number.POSITIVE_INFINITY,
        });
        const { result } = await runOn(fake, api, directory);
        expect(fateOf(result, 'Billing')).toBe('same');
        expect(fateOf(result, 'Public API')).toBe('kept-unseen');
      });
    },
  );
});

test('every misbehaviour of the fake is in the table', () => {
  expect(Object.keys(EXPECTED).toSorted()).toEqual(Object.keys(misbehave).toSorted());
});
