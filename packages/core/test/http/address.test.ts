import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressOf, isLoopback, printed } from '../../src/http/address.ts';

describe('an address from outside', () => {
  test.each([
    'https://app.xano.com',
    'http://127.0.0.1:8080/x',
    'http://localhost:1',
    'http://[::1]:2/',
    'http://127.9.9.9',
  ])('%s may be asked', (text) => {
    expect(addressOf(text, 'It').href).toBe(new URL(text).href);
  });

  test.each([
    'http://app.xano.com',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'http://10.0.0.1',
    'http://[::2]',
    'http://0.0.0.0',
    'ftp://127.0.0.1',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://user@app.xano.com',
    'https://user:pass@app.xano.com',
    'app.xano.com',
    '/api:developer',
    '',
  ])('%j may not', (text) => {
    expect(() => addressOf(text, 'It')).toThrow(expect.objectContaining({ code: 'URL_REFUSED' }));
  });

  test('is never printed with its query, its user or its password', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true }),
        fc.stringMatching(/^[a-z0-9]{12}$/),
        (text, secret) => {
          const url = new URL(text);
          url.searchParams.set('token', `S${secret}`);
          url.password = `S${secret}`;
          return !printed(url).includes(`S${secret}`);
        },
      ),
    );
  });

  test('in clear text is only ever that of this machine', () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['http'] }), (text) => {
        const url = new URL(text);
        fc.pre(!isLoopback(url));
        expect(() => addressOf(text, 'It')).toThrow();
      }),
    );
  });
});
