import type { ApiResponse, Header, Operation } from '../contract/contract.ts';
import { isSuccess, matchResponses } from '../match/statuses.ts';
import { type CompareContext, inward, type OperationPair, placeIn } from './context.ts';
import { deprecationArgs } from './deprecation.ts';
import type { Direction, Place } from './finding.ts';
import { compareLinks } from './links.ts';
import { compareContent } from './media-types.ts';
import { compareSlotValues } from './parameters/slots.ts';
import { code } from './words.ts';

/** The responses of an operation on both sides; what the user answers, where it is a webhook's or callback's. */
export function compareResponses(context: CompareContext, pair: OperationPair): void {
  const base = pair.base.responses();
  const head = pair.head.responses();
  const { pairs, removed, added } = matchResponses(base, head);
  for (const response of removed) statusRemoved(context, pair, response, isSuccess(response.status, base));
  for (const response of added) statusAdded(context, pair, response, isSuccess(response.status, head));
  // In Swagger 2.0 the operation says what media types a response has.
  const isWhole = context.base.documents.root.version !== '2.0';
  for (const one of pairs) {
    if (isWhole && context.isClean(one.base.site, one.head.site)) continue;
    compareOne(context, pair, one.base, one.head);
  }
}

function statusRemoved(
  context: CompareContext,
  pair: OperationPair,
  base: ApiResponse,
  success: boolean,
): void {
  const place = placeOfResponse(pair, base.status);
  const args = { status: base.status, example: statusLine(base.status) };
  if (pair.turned) {
    // The answers that the API takes: one that is gone is turned away.
    context.emit({
      id: `${kindOf(pair.head)}-status-removed`,
      ruling: 'breaking',
      place,
      base: base.site,
      args,
    });
    return;
  }
  context.emit({
    id: success ? 'response-success-status-removed' : 'response-non-success-status-removed',
    ruling: success ? 'breaking' : 'safe',
    place,
    base: base.site,
    args,
  });
}

function statusAdded(
  context: CompareContext,
  pair: OperationPair,
  head: ApiResponse,
  success: boolean,
): void {
  const place = placeOfResponse(pair, head.status);
  const args = { status: head.status, example: statusLine(head.status) };
  const id = success ? 'response-success-status-added' : 'response-non-success-status-added';
  context.emit({
    id: pair.turned ? `${kindOf(pair.head)}-status-added` : id,
    ruling: 'safe',
    place,
    head: head.site,
    args,
  });
}

function compareOne(
  context: CompareContext,
  pair: OperationPair,
  base: ApiResponse,
  head: ApiResponse,
): void {
  const place = placeOfResponse(pair, base.status);
  compareContent(context, {
    base: base.content(),
    head: head.content(),
    place: { ...place, kind: pair.turned ? 'request-body' : 'response-body' },
    isNegotiated: !pair.turned,
    line: statusLine(base.status),
  });
  compareHeaders(context, pair, base, head);
  compareLinks(context, place, base.links(), head.links());
}

function compareHeaders(
  context: CompareContext,
  pair: OperationPair,
  base: ApiResponse,
  head: ApiResponse,
): void {
  const bases = byName(base.headers());
  const heads = byName(head.headers());
  const direction = inward(pair);
  const placeOf = (name: string) => placeOfHeader(pair, base.status, name, direction);
  for (const [key, before] of bases) {
    const after = heads.get(key);
    const place = placeOf(before.name);
    if (after === undefined) headerRemoved(context, place, before, statusLine(base.status));
    else compareHeader(context, place, before, after, statusLine(base.status));
  }
  for (const [key, after] of heads) {
    if (!bases.has(key)) headerAdded(context, placeOf(after.name), after);
  }
}

function headerRemoved(context: CompareContext, place: Place, base: Header, line: string): void {
  const args = { name: base.name, in: 'header' };
  if (place.direction === 'request') {
    context.emit({
      id: 'request-parameter-removed',
      ruling: 'safe',
      place,
      base: base.site,
      args: { ...args, ...deprecationArgs(base.site.raw) },
    });
    return;
  }
  context.emit({
    id: base.required ? 'required-response-header-removed' : 'optional-response-header-removed',
    ruling: base.required ? 'breaking' : 'safe',
    place,
    base: base.site,
    args: { ...args, example: withoutHeader(line, base) },
  });
}

function headerAdded(context: CompareContext, place: Place, head: Header): void {
  const need = head.required ? 'required' : 'optional';
  const isSent = place.direction === 'request';
  context.emit({
    id: isSent ? `new-${need}-request-parameter` : 'response-header-added',
    ruling: isSent && head.required ? 'breaking' : 'safe',
    place,
    head: head.site,
    args: { name: head.name, in: 'header' },
  });
}

function compareHeader(
  context: CompareContext,
  place: Place,
  base: Header,
  head: Header,
  line: string,
): void {
  const args = { name: head.name, in: 'header' };
  if (base.required !== head.required) {
    const isSent = place.direction === 'request';
    context.emit({
      id: `${isSent ? 'request-parameter' : 'response-header'}-became-${head.required ? 'required' : 'optional'}`,
      ruling: head.required === isSent ? 'breaking' : 'safe',
      place,
      base: base.site,
      head: head.site,
      args: { ...args, example: withoutHeader(line, head) },
    });
  }
  compareSlotValues(context, { base, head, in: 'header', place, args });
}

function withoutHeader(line: string, { name }: Header): string {
  return `${line} without ${name}`;
}

function byName(headers: readonly Header[]): ReadonlyMap<string, Header> {
  return new Map(headers.map((header) => [header.name.toLowerCase(), header]));
}

function placeOfResponse(pair: OperationPair, status: string): Place {
  return placeIn(pair.head, 'response', inward(pair), statusWords(pair, status));
}

function placeOfHeader(pair: OperationPair, status: string, name: string, direction: Direction): Place {
  const kind = direction === 'request' ? 'request-parameter' : 'response-header';
  return placeIn(pair.head, kind, direction, `header ${code(name)} of ${statusWords(pair, status)}`);
}

/** "the 200 response", "the default response"; what a user answers is an answer. */
function statusWords({ turned }: OperationPair, status: string): string {
  return `the ${status} ${turned ? 'answer' : 'response'}`;
}

function statusLine(status: string): string {
  return status === 'default' ? 'HTTP, any other status' : `HTTP ${status}`;
}

function kindOf({ kind }: Operation): 'webhook' | 'callback' {
  return kind === 'webhook' ? 'webhook' : 'callback';
}
