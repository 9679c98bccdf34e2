import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

const running: Server[] = [];

/** Starts an HTTP server on a free loopback port and gives back its URL. */
export async function startServer(listener: RequestListener): Promise<string> {
  return listening(createServer(listener));
}

/** A proxy as a company has one: it tunnels, and forwards requests that name a whole URL. `seen` lists the targets. */
export async function startProxy(): Promise<{ url: string; seen: string[] }> {
  const seen: string[] = [];
  const server = createServer(async (incoming, outgoing) => {
    seen.push(new URL(incoming.url ?? '').host);
    const answer = await fetch(incoming.url ?? '', {
      headers: { authorization: incoming.headers.authorization ?? '' },
    });
    outgoing.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
    outgoing.end(await answer.text());
  });
  server.on('connect', (incoming, socket) => {
    seen.push(incoming.url ?? '');
    const [host, port] = (incoming.url ?? '').split(':');
    const target = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      target.pipe(socket).pipe(target);
    });
    target.on('error', () => socket.destroy());
    socket.on('error', () => target.destroy());
    server.once('close', () => target.destroy());
  });
  return { url: await listening(server), seen };
}

/** For afterAll: stops every server that the test file started. */
export function stopServers(): void {
  for (const server of running.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  running.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
