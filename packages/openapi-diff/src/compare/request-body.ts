import type { RequestBody } from '../contract/contract.ts';
import { type CompareContext, type OperationPair, outward, placeIn, requestLine } from './context.ts';
import { compareContent } from './media-types.ts';

/** The request body of an operation on both sides; the payload, where it is a webhook's or callback's. */
export function compareRequestBody(context: CompareContext, pair: OperationPair): void {
  const base = pair.base.requestBody();
  const head = pair.head.requestBody();
  const direction = outward(pair);
  const place = pair.turned
    ? placeIn(pair.head, 'response-body', direction, 'the payload')
    : placeIn(pair.head, 'request-body', direction, 'the request body');
  const line = requestLine(pair.head);
  if (base !== null && head !== null) {
    if (base.required !== head.required) {
      const isBreaking = head.required === (direction === 'request');
      context.emit({
        id: `${direction}-body-became-${head.required ? 'required' : 'optional'}`,
        ruling: isBreaking ? 'breaking' : 'safe',
        place,
        base: base.site,
        head: head.site,
        args: { example: `${line} without a body` },
      });
    }
    compareContent(context, { base: base.content(), head: head.content(), place, isNegotiated: false, line });
    return;
  }
  if (base !== null && isOffered(base)) {
    context.emit({
      id: `${direction}-body-removed`,
      ruling: 'breaking',
      place,
      base: base.site,
      args: { example: `${line} with a body` },
    });
  }
  if (head !== null && isOffered(head)) {
    const isBreaking = direction === 'request' && head.required;
    const need = head.required ? 'required' : 'optional';
    context.emit({
      id: direction === 'request' ? `request-body-added-${need}` : 'response-body-added',
      ruling: isBreaking ? 'breaking' : 'safe',
      place,
      head: head.site,
      args: { example: `${line} without a body` },
    });
  }
}

/** A body without any media type can't be sent: it is none, unless it is asked for. */
function isOffered(body: RequestBody): boolean {
  return body.required || body.content().length > 0;
}
