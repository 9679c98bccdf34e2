import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalText, findLeaks, leakedValues, maskLeaks, redactLeaks } from '../../src/index.ts';
import { document as anyDocument, reordered } from '../snapshot/arbitraries.ts';

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
/** Made up here, so that no scanner of repositories takes this file for a leak. */
const SECRETS = {
  jwt: `${base64url({ alg: 'HS256', typ: 'JWT' })}.${base64url({ sub: 42 })}.c2lnbmF0dXJlIG9mIG5vYm9keQ`,
  jwe: `${base64url({ alg: 'A256KW', enc: 'A256GCM' })}.a2V5.aXY.Y2lwaGVydGV4dA.dGFn`,
  aws: `AKIA${'Q3EGRPN7ZK2W4TXB'}`,
  github: `ghp_${'a1B2c3D4e5'.repeat(4).slice(0, 36)}`,
  stripe: `sk_live_${'4eC39HqLyjWDarjtT1zdp7dc'}`,
  openai: `sk-proj-${'a8Kd93jLq0Zx7Vn2Bm5Rt4Wy'}`,
  google: `AIza${'SyD3x9Kq7Lm2Np5Rt8Vw1Zb4Cf6Hj0Uo_-x'}`,
  slack: `xoxb-${'2345678901-abcdefGHIJ'}`,
  pem: `-----BEGIN RSA PRIVATE KEY-----\n${'MIIEpAIBAAKCAQEA'.repeat(4)}\n-----END RSA PRIVATE KEY-----`,
};

const NONE = { leaks: [], leakCount: 0 };

/** The leaks of a document that holds this text as a description. */
const leaksIn = (text: string) => findLeaks({ info: { description: text } }).leaks;

describe('what is found in a text', () => {
  test.each([
    ['a signed token', `Use ${SECRETS.jwt}.`, 'jwt'],
    ['an encrypted token', SECRETS.jwe, 'jwt'],
    ['an AWS key', `id=${SECRETS.aws}`, 'api-key'],
    ['a GitHub token', SECRETS.github, 'api-key'],
    ['a Stripe key', SECRETS.stripe, 'api-key'],
    ['an OpenAI key', SECRETS.openai, 'api-key'],
    ['a Google key', SECRETS.google, 'api-key'],
    ['a Slack token', SECRETS.slack, 'api-key'],
    ['a private key', `key:\n${SECRETS.pem}\n`, 'private-key'],
    ['a private key that was cut', SECRETS.pem.slice(0, 80), 'private-key'],
    ['an address', 'Ask jane.doe+api@acme-books.co.uk.', 'email'],
    ['a mail link', '<a href="mailto:jane@acme.io">', 'email'],
    [
      'a link signed for S3',
      'https://b.s3.amazonaws.com/a.pdf?X-Amz-Date=1&X-Amz-Signature=9f86d081884c7d65',
      'signed-link',
    ],
    [
      'a link signed for Azure',
      'https://a.blob.core.windows.net/c/f?sv=2024&sig=9f86d081884c7d659a2f',
      'signed-link',
    ],
    [
      'a link signed for Azure, whose signature is base64 in percent-encoding',
      `https://a.blob.core.windows.net/c/f?sp=r&sig=${'Z%2FRHIX5Xcg0Mq2rqI3OlWTjEg2tYkboXr1P9ZUXDtkk'}%3D`,
      'signed-link',
    ],
    [
      'a link signed for CloudFront',
      `https://cdn.acme.io/a.png?Signature=${'nitfHRCrtziwO2HwPfWw%2FyYDhUF5EwRunQA'}%3D&Key-Pair-Id=K1`,
      'signed-link',
    ],
    ['a link with a token', '(https://x1.n7.xano.io/vault/f.png?token=q8Zr71kPd0)', 'signed-link'],
    ['a link with a password', 'https://jane:hunter22x@db.acme.io/books', 'url-password'],
    [
      'a link with a password in percent-encoding',
      'postgres://admin:Kp9%40zQ7wLx@db.acme.io:5432/main',
      'url-password',
    ],
    ['a bearer token', 'curl -H "Authorization: Bearer 8f2kQ0zL1mNp4Rt6Vx"', 'bearer'],
  ])('%s', (_, text, kind) => {
    expect(leaksIn(text)).toEqual([{ kind, pointer: '/info/description', preview: expect.any(String) }]);
  });
});

describe('addresses whose names hold the letters of a stand-in', () => {
  test.each([
    'youri.petrov@acme.io',
    'youssef.ayoury@acme.io',
    'test.manager@acme.io',
    'anna.sampler@acme.io',
    'jane%2Bapi@acme.io',
  ])('given %s, it is found', (address) => {
    expect(leaksIn(`Ask ${address}.`)).toEqual([
      { kind: 'email', pointer: '/info/description', preview: expect.any(String) },
    ]);
  });

  test.each([
    'your.name@acme.io',
    'yourEmailAddress@acme.io',
    'example-user1@acme.io',
    'sample@acme.io',
    'dummy+1@acme.io',
    'changeme@acme.io',
    'xxxx.yyyy@acme.io',
    'test@acme.io',
    'test.user2@acme.io',
    '%USER%@acme.io',
    `\${USER}@acme.io`,
  ])('given %s, which is a stand-in itself, it is not', (address) => {
    expect(leaksIn(`Ask ${address}.`)).toEqual([]);
  });
});

describe('what is no leak', () => {
  test.each([
    ['addresses at reserved domains', 'user@example.com, a.b@mail.example.org, x@shop.test, root@localhost'],
    ['stand-ins for an address', 'user@domain.com, you@yourcompany.com, name@company.com'],
    [
      'what only looks like an address',
      '@types/node, lodash@4.17.21, icon@2x.png, git@github.com:a/b.git, 5 @ 3.50, a@b',
    ],
    ['a shortened token', 'eyJhbGciOiJBMjU2S1ciLCJlbmMiOiJ...'],
    [
      'the token that jwt.io shows',
      `${base64url({ alg: 'HS256', typ: 'JWT' })}.${base64url({ sub: '1234567890' })}.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c`,
    ],
    ['three words with dots', 'eyJub3QgYSBoZWFkZXI.second.third'],
    ['the key of the AWS documentation', 'AKIAIOSFODNN7EXAMPLE'],
    [
      'placeholders',
      'Bearer YOUR_DEVELOPER_API_KEY_HERE1, Bearer {access_token_of_user1}, https://api.acme.io/?token=<token>, sk_live_xxxxxxxxxxxxxxxxxxxx',
    ],
    ['a template of a link', 'https://user:{password}@host.acme.io/?api_key={api_key}'],
    [
      'a template in percent-encoding',
      'https://user:%3Cpassword%3E@host.acme.io/?api_key=%7B%7Bapi_key%7D%7D&token=Bearer%20{token}',
    ],
    ['a variable in a link', 'https://user:$PASSWORD@host.acme.io/?api_key=%API_KEY%&token=$ACCESS_TOKEN'],
    ['a plain link', 'https://acme.io/@jane/post?page=2&sort=title#top'],
    ['a word with a hyphen', 'The task-management-and-planning-desk2 is open'],
    [
      'a header of a public key',
      '-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A\n-----END PUBLIC KEY-----',
    ],
    ['the words of an explanation', 'Send a bearer authentication-header with every request'],
  ])('%s', (_, text) => {
    expect(leaksIn(text)).toEqual([]);
  });

  test('the contact address that a document publishes', () => {
    expect(findLeaks({ info: { contact: { email: 'api@acme.io' } } }).leaks).toEqual([]);
  });
});

describe('passwords', () => {
  const found = (document: Record<string, unknown>) =>
    findLeaks(document).leaks.map(({ kind, pointer }) => `${kind} ${pointer}`);

  test.each<[string, Record<string, unknown>, string]>([
    [
      'the default of a property',
      { properties: { password: { type: 'string', default: 'hunter22' } } },
      'password /properties/password/default',
    ],
    [
      'an example of a property',
      { properties: { apiKey: { examples: ['k3yk3yk3y'] } } },
      'password /properties/apiKey/examples/0',
    ],
    [
      'a schema with that format',
      { schema: { format: 'password', example: 'hunter22' } },
      'password /schema/example',
    ],
    [
      'an example of a body',
      { content: { example: { user: { client_secret: 's3cr3ts3cr3t' } } } },
      'password /content/example/user/client_secret',
    ],
    [
      'a named example',
      { examples: { first: { value: { password: 'hunter22' } } } },
      'password /examples/first/value/password',
    ],
    [
      'the example of a parameter',
      { parameters: [{ name: 'X-Api-Key', in: 'header', schema: { default: 'k3yk3yk3y' } }] },
      'password /parameters/0/schema/default',
    ],
  ])('in %s are found', (_, document, want) => {
    expect(found(document)).toEqual([want]);
  });

  const asDefault = (text: string) => found({ properties: { password: { default: text } } });

  test.each([
    ['a dollar', 'Gx9$kT2!pQ7z'],
    ['a percent sign', 'Gx9%kT2!pQ7z'],
    ['brackets', 'Gx9<kT2>[pQ7z]{a}'],
    ['a percent sign at either end', '%Gx9kT2!pQ7z%'],
    ['a name that holds the letters of a stand-in', 'youri.1985'],
    ['the signs of bcrypt', `$2b$10$${'N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy'}`],
  ])('with %s are found', (_, text) => {
    expect(asDefault(text)).toEqual(['password /properties/password/default']);
  });

  test.each([
    `\${SECRET_KEY}`,
    '$SECRET_KEY',
    '$apiKey',
    '%SECRET%',
    '{{token}}',
    '{token_1}',
    '<password>',
    '[password]',
    `\${USER}:\${PASSWORD}`,
    'yourStripeKey1',
    'yourtoken1',
    'my-dummy-2',
  ])('given %s, which shows where one would stand, are not', (text) => {
    expect(asDefault(text)).toEqual([]);
  });

  test.each<[string, Record<string, unknown>]>([
    ['a word', { properties: { password: { default: 'password' } } }],
    ['an empty string', { properties: { password: { default: '' } } }],
    ['stars', { properties: { password: { example: '********' } } }],
    ['a description', { properties: { password: { description: 'Use8characters' } } }],
    [
      'an example of something else',
      { properties: { title: { example: 'hunter22' }, token_type: { example: 'jwt_v2_x' } } },
    ],
    ['a property that is called default', { properties: { default: { description: 'hunter22' } } }],
  ])('given %s, are not', (_, document) => {
    expect(found(document)).toEqual([]);
  });
});

describe('a report', () => {
  test('names the place and shows no secret whole', () => {
    for (const secret of Object.values(SECRETS)) {
      const { leaks } = findLeaks({ paths: { '/a/{id}': { get: { 'x~y': [secret] } } } });
      const [leak] = leaks;
      expect(leak?.pointer).toBe('/paths/~1a~1{id}/get/x~0y/0');
      expect(leak?.preview).toMatch(/^.{1,4}… \(\d+ characters\)$/);
    }
    const [password] = findLeaks({ properties: { password: { default: 'hunter22' } } }).leaks;
    expect(password?.preview).toBe('•••• (8 characters)');
  });

  test('names each leak once where two detectors meet', () => {
    const link = `https://x1.n7.xano.io/f?token=${SECRETS.jwt}`;
    expect(leaksIn(`Bearer ${SECRETS.jwt} and ${link}`).map(({ kind }) => kind)).toEqual(['jwt', 'jwt']);
  });
});

describe('given more leaks than anybody reads', () => {
  const many = (key: string) => ({ [key]: Array.from({ length: 2000 }, (_, at) => `p${at}@acme.io`) });

  test.each([
    ['finding', findLeaks],
    ['redacting', redactLeaks],
  ])('%s counts all of them, and names the places of the first', (_, found) => {
    const { leaks, leakCount } = found(many('a'));
    expect(leakCount).toBe(2000);
    expect(leaks.map(({ pointer }) => pointer)).toEqual(Array.from({ length: 50 }, (__, at) => `/a/${at}`));
  });

  test.each([
    ['one long key', many('k'.repeat(1_000_000)), `/${'k'.repeat(998)}…`],
    ['a key of characters of two units', many(`a${'😀'.repeat(1000)}`), `/a${'😀'.repeat(498)}…`],
    ['signs that a pointer writes as two', many(`a${'~'.repeat(1000)}`), `/a${'~0'.repeat(498)}…`],
    ['many keys', { ['a'.repeat(600)]: many('b'.repeat(600)) }, `/${'a'.repeat(600)}/${'b'.repeat(397)}…`],
    ['no key that is long', many('b'.repeat(900)), `/${'b'.repeat(900)}/0`],
  ])('under %s, a place is as long as can be read', (_, document, pointer) => {
    const { leaks, leakCount } = findLeaks(document);
    expect(leaks[0]?.pointer).toBe(pointer);
    expect({ named: leaks.length, leakCount }).toEqual({ named: 50, leakCount: 2000 });
  });
});

describe('the values', () => {
  test('are the whole of each leak, with what may be shown of it', () => {
    const given = {
      description: `Ask jane@acme.io or use ${SECRETS.aws}.`,
      properties: { password: { default: 'hunter22', example: 'string' }, isbn: { default: 'hunter33' } },
      parameters: [{ name: 'api_key', in: 'query', schema: { default: 'x7!f"q9' } }],
      example: 'https://x1.n7.xano.io/vault/f.png?token=q8Zr71kPd0',
      info: { contact: { email: 'api@acme.io' } },
    };
    expect(Object.fromEntries(leakedValues(given))).toEqual({
      'jane@acme.io': 'jan… (12 characters)',
      [SECRETS.aws]: 'AKIA… (20 characters)',
      hunter22: '•••• (8 characters)',
      'x7!f"q9': '•••• (7 characters)',
      q8Zr71kPd0: 'q8… (10 characters)',
    });
  });

  test('stand in no text that quotes them where they stood, and one that was masked stays as it is', () => {
    const link = 'from https://x1.n7.xano.io/vault/f.png?token=q8Zr71kPd0q8Zr71kPd0&x=1 to nothing';
    const masked = maskLeaks(link);
    expect(masked).toBe('from https://x1.n7.xano.io/vault/f.png?token=q8Zr… (20 characters)&x=1 to nothing');
    expect(maskLeaks(masked)).toBe(masked);
    expect(leaksIn(link)[0]?.preview).toBe('token=q8Zr… (20 characters)');
  });

  test.each(Object.entries(SECRETS))('given a redacted document, there are none: %s', (_, secret) => {
    expect(leakedValues(redactLeaks({ description: secret }).document).size).toBe(0);
  });
});

describe('redaction', () => {
  test('puts the same placeholder for the same value, and another for another', () => {
    const { document, leakCount } = redactLeaks({
      a: `${SECRETS.aws}, ${SECRETS.github}`,
      b: SECRETS.aws,
      c: 'mail jane@acme.io or joe@acme.io',
      d: 'https://b.s3.amazonaws.com/a.pdf?X-Amz-Date=1&X-Amz-Signature=9f86d081884c7d65&x=2',
    });
    expect(document).toEqual({
      a: 'redacted-api-key-1, redacted-api-key-2',
      b: 'redacted-api-key-1',
      c: 'mail redacted-email-1@example.com or redacted-email-2@example.com',
      d: 'https://b.s3.amazonaws.com/a.pdf?X-Amz-Date=1&X-Amz-Signature=redacted-signed-link-1&x=2',
    });
    expect(leakCount).toBe(6);
  });

  test('leaves references, patterns and names of required properties alone', () => {
    const given = { $ref: `#/${SECRETS.aws}`, pattern: SECRETS.aws, required: ['jane@acme.io'] };
    expect(redactLeaks(given).document).toBe(given);
  });

  /** Texts in which secrets stand beside each other and beside anything. */
  const leaky = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...Object.values(SECRETS),
          'jane@acme.io',
          'https://a:b1c2d3e4@h.io/?sig=a1b2c3d4e5',
          'Bearer ',
          ' ',
          '.',
          '@',
        ),
        fc.string({ maxLength: 5 }),
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join(''));
  const leakyDocument = fc.dictionary(
    fc.constantFrom('default', 'password', 'a', 'properties', 'example'),
    fc.oneof(leaky, fc.dictionary(fc.constantFrom('password', 'default', 'b'), leaky)),
  );

  test('leaves nothing to find, and finds what was there', () => {
    fc.assert(
      fc.property(leakyDocument, (given) => {
        const { document, ...found } = redactLeaks(given);
        expect(findLeaks(document)).toEqual(NONE);
        expect(found).toEqual(findLeaks(given));
      }),
      { numRuns: 1000 },
    );
  });

  test('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(leakyDocument, (given) => {
        const turned = redactLeaks(reordered(given) as Record<string, unknown>).document;
        expect(canonicalText(turned)).toBe(canonicalText(redactLeaks(given).document));
      }),
    );
  });

  test('gives back the very document when there is nothing to redact, whatever it holds', () => {
    fc.assert(
      fc.property(anyDocument, (given) => {
        if (findLeaks(given).leakCount === 0) expect(redactLeaks(given).document).toBe(given);
      }),
    );
  });
});

describe('strings of megabytes that would make a careless pattern take hours', () => {
  const LENGTH = 2_000_000;
  test.each([
    ['one letter', 'a'],
    ['addresses', 'ab@cd.ef '],
    ['beginnings of tokens', 'eyJ'],
    ['beginnings of tokens with dots', 'eyJhbGciOi.'],
    ['signs', '@'],
    ['addresses without an end', 'a@b.'],
    ['addresses of one letter', 'a@a'],
    ['schemes', 'https://'],
    ['schemes and passwords', 'http://a:b'],
    ['parameters', 'https://a?token=&'],
    ['bearers', 'Bearer '],
    ['keys', 'sk-'],
    ['more keys', 'xoxb-a-ghp_AKIA'],
    ['beginnings of private keys', '-----BEGIN PRIVATE KEY-----'],
    ['dashes', '-'],
    ['hyphens and letters', 'a-'],
    ['digits and dots', '1.'],
  ])('given %s, the search ends', (_, unit) => {
    const text = unit.repeat(Math.ceil(LENGTH / unit.length));
    const given = { properties: { password: { default: text } }, description: `${text} ` };
    expect(findLeaks(redactLeaks(given).document)).toEqual(NONE);
  });
});
