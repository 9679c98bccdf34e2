import { createHash } from 'node:crypto';
import { dump } from 'js-yaml';
import { type Answer, text } from '../http/answer.ts';
import type { Incoming, World } from '../http/world.ts';

/** Gives the answer of an `apispec:` address: JSON with `type=json`, otherwise YAML. */
export function documentAnswer(
  world: World,
  document: string,
  url: URL,
  headers: Incoming['headers'],
): Answer {
  return url.searchParams.get('type') === 'json'
    ? jsonDocument(world, document, headers)
    : tagged(world, text(dump(JSON.parse(document), { lineWidth: -1 }), 'application/yaml'), headers);
}

/** Gives the answer that carries a document as JSON, with an ETag where the fake is set so. */
export function jsonDocument(world: World, document: string, headers: Incoming['headers']): Answer {
  return tagged(world, text(document, 'application/json'), headers);
}

function tagged(world: World, answer: Answer, headers: Incoming['headers']): Answer {
  if (!world.settings.etags) return answer;
  const etag = `"${createHash('sha256').update(answer.body).digest('base64url').slice(0, 22)}"`;
  const tag = { etag };
  return headers['if-none-match'] === etag
    ? { status: 304, headers: tag, body: '' }
    : { ...answer, headers: { ...answer.headers, ...tag } };
}
