import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import { openClient } from '../../src/http/paced-client.ts';
import { type ClientOptions, Secrets } from '../../src/index.ts';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

async function listen(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function get(url: string, options: ClientOptions = {}): Promise<string> {
  const http = openClient(new Secrets(), { retryDelayMs: 1, ...options });
  try {
    const { body } = await http.get({ url: new URL(url), purpose: 'the document', credential: null });
    return Buffer.from(body).toString('utf8');
  } finally {
    await http.close();
  }
}

/** A proxy that writes down what it is asked and lets nothing through. */
async function proxy(): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    response.writeHead(502).end();
  });
  server.on('connect', ({ url = '' }, socket) => {
    asked.push(`CONNECT ${url}`);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  return { url: await listen(server), asked };
}

describe('a proxy', () => {
  test.each(['user:hunter22@proxy:8080', 'hunter22 ::', 'ftp://hunter22'])(
    'given as %j, is refused in words, and its password is not shown',
    (url) => {
      const open = () => openClient(new Secrets(), { env: { HTTPS_PROXY: url } });
      expect(open).toThrow(
        expect.objectContaining({ code: 'URL_REFUSED', message: expect.stringContaining('HTTPS_PROXY') }),
      );
      expect(open).not.toThrow(/hunter22/);
    },
  );

  test('given HTTPS_PROXY, an https address is asked through it', async () => {
    const { url, asked } = await proxy();
    await expect(get('https://xano.test/x', { env: { HTTPS_PROXY: url } })).rejects.toMatchObject({
      code: 'CONNECTION_FAILED',
    });
    expect(new Set(asked)).toEqual(new Set(['CONNECT xano.test:443']));
  });

  test('given NO_PROXY, the hosts that it names are asked without it', async () => {
    const { url, asked } = await proxy();
    const env = { https_proxy: url, no_proxy: 'xano.test' };
    await expect(get('https://xano.test/x', { env })).rejects.toMatchObject({ code: 'CONNECTION_FAILED' });
    expect(asked).toEqual([]);
  });

  test('given a proxy for http, this machine is still asked directly, since such a request is in the clear', async () => {
    const { url, asked } = await proxy();
    const server = await listen(createServer((_, response) => response.end('direct')));
    expect(await get(server, { env: { HTTP_PROXY: url, HTTPS_PROXY: url } })).toBe('direct');
    expect(asked).toEqual([]);
  });

  test('given no environment, the one of the process is not read behind its back', async () => {
    const { url, asked } = await proxy();
    process.env.HTTPS_PROXY = url;
    try {
      await expect(get('https://xano.test/x')).rejects.toMatchObject({ code: 'CONNECTION_FAILED' });
    } finally {
      delete process.env.HTTPS_PROXY;
    }
    expect(asked).toEqual([]);
  });
});

describe('a body', () => {
  test('that is compressed is read as it was before', async () => {
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(500_000)));
    });
    expect(await get(await listen(server))).toBe('x'.repeat(500_000));
  });

  test('that grows beyond the limit when it is decompressed is refused', async () => {
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(5_000_000)));
    });
    await expect(get(await listen(server), { maxBodyBytes: 1_000_000 })).rejects.toMatchObject({
      code: 'BODY_TOO_LARGE',
    });
  });

  test('whose length is announced beyond the limit is refused before it comes', async () => {
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-length': '2000000' }).write('{');
    });
    await expect(get(await listen(server), { maxBodyBytes: 1_000_000 })).rejects.toMatchObject({
      code: 'BODY_TOO_LARGE',
    });
  });

  test('that drips without end is given up after the time of a request', async () => {
    const server = createServer((_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    });
    await expect(get(await listen(server), { requestTimeoutMs: 150 })).rejects.toMatchObject({
      code: 'TIMED_OUT',
      message: expect.stringContaining('150 ms'),
    });
  });
});

describe('a redirect', () => {
  test('within the origin is followed', async () => {
    const server = createServer(({ url }, response) => {
      if (url === '/new') response.end('here');
      else response.writeHead(301, { location: '/new' }).end();
    });
    expect(await get(`${await listen(server)}/old`)).toBe('here');
  });

  test('without end is given up', async () => {
    const server = createServer((_, response) => response.writeHead(307, { location: '/again' }).end());
    await expect(get(await listen(server))).rejects.toMatchObject({ code: 'REDIRECT_REFUSED' });
  });

  test('to another port of the same machine is refused and names no query', async () => {
    const other = await listen(createServer((_, response) => response.end('other')));
    const server = createServer((_, response) =>
      response.writeHead(302, { location: `${other}/x?token=abcdefghij` }).end(),
    );
    await expect(get(await listen(server))).rejects.toMatchObject({
      code: 'REDIRECT_REFUSED',
      message: expect.not.stringContaining('abcdefghij'),
    });
  });
});
