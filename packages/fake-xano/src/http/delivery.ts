import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from './answer.ts';

/** How an answer travels: whole, or as a bad network or a broken server would send it. */
export type Delivery =
  | { readonly kind: 'whole'; readonly answer: Answer; readonly delayMs?: number }
  /** The body comes in pieces with a pause between them. */
  | { readonly kind: 'slow'; readonly answer: Answer; readonly pieces: number; readonly pauseMs: number }
  /** The connection closes after this share of the body, though the length was announced. */
  | { readonly kind: 'cut'; readonly answer: Answer; readonly share: number }
  /** So many bytes of a body whose length is not announced. */
  | { readonly kind: 'huge'; readonly bytes: number }
  /** The connection breaks before the answer. */
  | { readonly kind: 'reset' }
  /** Nothing comes, until the other side gives up. */
  | { readonly kind: 'silence' };

/** Sends an answer. Gives the status that was sent, 0 for none, and ends early when the other side has gone. */
export async function deliver(delivery: Delivery, response: ServerResponse): Promise<number> {
  switch (delivery.kind) {
    case 'whole': {
      if (delivery.delayMs !== undefined) await pause(delivery.delayMs);
      head(delivery.answer, response);
      response.end(delivery.answer.body);
      return delivery.answer.status;
    }
    case 'slow': {
      const body = Buffer.from(delivery.answer.body);
      head(delivery.answer, response);
      const size = Math.max(1, Math.ceil(body.length / delivery.pieces));
      for (let start = 0; start < body.length && !response.destroyed; start += size) {
        if (start > 0) await pause(delivery.pauseMs);
        response.write(body.subarray(start, start + size));
      }
      response.end();
      return delivery.answer.status;
    }
    case 'cut': {
      const body = Buffer.from(delivery.answer.body);
      head(delivery.answer, response);
      const sent = body.subarray(0, Math.floor(body.length * delivery.share));
      await new Promise<void>((resolve) => response.write(sent, () => resolve()));
      response.destroy();
      return delivery.answer.status;
    }
    case 'huge':
      await huge(delivery.bytes, response);
      return 200;
    case 'reset':
      response.socket?.resetAndDestroy();
      return 0;
    case 'silence':
      return 0;
  }
}

function head(answer: Answer, response: ServerResponse): void {
  const bodiless = answer.status === 304 || answer.status === 204;
  response.writeHead(answer.status, {
    ...answer.headers,
    ...(bodiless ? {} : { 'content-length': Buffer.byteLength(answer.body) }),
  });
}

/** A document that begins well and whose description never seems to end. */
async function huge(bytes: number, response: ServerResponse): Promise<void> {
  const block = 'a'.repeat(64 * 1024);
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
  response.write('{"openapi":"3.0.0","info":{"title":"Public API","version":"0.0.1","description":"');
  for (let sent = 0; sent < bytes && !response.destroyed; sent += block.length) {
    if (!response.write(block)) await drained(response);
  }
  response.end('"},"paths":{}}');
}

async function drained(response: ServerResponse): Promise<void> {
  const over = new AbortController();
  const either = ['drain', 'close'].map((event) => once(response, event, { signal: over.signal }));
  await Promise.race(either);
  over.abort();
}
