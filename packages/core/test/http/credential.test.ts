import { inspect } from 'node:util';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Credential } from '../../src/http/credential.ts';
import { openClient } from '../../src/http/paced-client.ts';
import { REDACTED } from '../../src/http/secrets.ts';
import type { Transport, TransportRequest } from '../../src/http/transport.ts';
import { Secrets } from '../../src/index.ts';

const SECRET = 'the-secret-of-this-test';
const HOME = 'https://home.example';

/** Hosts near and far: another one, another port, another scheme, a look-alike. */
const origin = fc.constantFrom(
  HOME,
  'https://home.example:444',
  'https://home.example.evil.test',
  'https://evil.test',
  'http://127.0.0.1:9',
  'http://home.example',
);
const location = fc.oneof(
  fc.record({ to: origin, path: fc.webPath() }).map(({ to, path }) => `${to}${path}`),
  fc.constantFrom(
    '/elsewhere',
    '//evil.test/x',
    '\\\\evil.test',
    'https:evil.test',
    '../x',
    '',
    'https://home.example@evil.test',
  ),
);

test('a credential is sent to the origins that it is bound to and to no other, whatever answers redirect to', async () => {
  await fc.assert(
    fc.asyncProperty(origin, fc.array(location, { maxLength: 6 }), async (start, locations) => {
      const seen: TransportRequest[] = [];
      const answers = locations.values();
      const transport: Transport = {
        get: async (request) => {
          seen.push(request);
          const next = answers.next();
          return next.done
            ? { status: 200, headers: {}, body: bodyOf('{}') }
            : { status: 302, headers: { location: next.value }, body: bodyOf('') };
        },
        close: async () => {},
      };
      const secrets = new Secrets();
      const credential = new Credential(SECRET, [HOME], secrets);
      const http = openClient(secrets, { edges: { transport } });
      const request = { url: new URL('/list', start), purpose: 'the list', credential };
      const shown = await http.get(request).catch((error: unknown) => error);
      await http.close();
      for (const { url, headers } of seen) {
        expect(url.origin).toBe(HOME);
        expect(headers.authorization).toBe(`Bearer ${SECRET}`);
      }
      expect(inspect(shown, { depth: 9 })).not.toContain(SECRET);
    }),
    { numRuns: 300 },
  );
});

test('a credential can’t be read, printed or serialised', () => {
  const credential = new Credential(SECRET, [HOME], new Secrets());
  for (const shown of [
    String(credential),
    JSON.stringify({ credential }),
    inspect(credential, { showHidden: true, depth: 9 }),
  ]) {
    expect(shown).not.toContain(SECRET);
  }
});

test('a secret is told of when a credential is made of it, before it can be used', () => {
  const told: string[] = [];
  const secrets = new Secrets((secret) => told.push(secret));
  new Credential(SECRET, [HOME], secrets);
  expect(told).toEqual([SECRET]);
});

test('no text that was redacted holds a secret, in itself or as it stands in a URL', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 8, maxLength: 20 }), { minLength: 1, maxLength: 4 }),
      fc.array(fc.string(), { maxLength: 5 }),
      (values, texts) => {
        const secrets = new Secrets();
        for (const value of values) secrets.add(value);
        const text = [...texts, ...values, ...values.map(encodeURIComponent)].join(' and ');
        const redacted = secrets.redact(text).replaceAll(REDACTED, '');
        return values.every(
          (value) => !redacted.includes(value) && !redacted.includes(encodeURIComponent(value)),
        );
      },
    ),
  );
});

async function* bodyOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
