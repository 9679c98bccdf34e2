import type { Operation, Parameter } from '../../contract/contract.ts';
import { valueAt } from '../../contract/refs.ts';
import { childSite, type Site } from '../../contract/site.ts';
import { variablesOf } from '../../contract/template.ts';
import { type CompareContext, type OperationPair, outward, placeIn, requestLine } from '../context.ts';
import { deprecationArgs } from '../deprecation.ts';
import type { Direction, Place } from '../finding.ts';
import { compareLifecycle, PARAMETER_LIFECYCLE } from '../lifecycle.ts';
import { code } from '../words.ts';
import { keyOf, unfolded } from './fold.ts';
import { compareSlotValues } from './slots.ts';

/** The effective parameters of an operation on both sides. */
export function compareParameters(context: CompareContext, pair: OperationPair): void {
  if (areUntouched(context, pair)) return;
  const direction = outward(pair);
  const baseSide = { parameters: pair.base.parameters(), documents: context.base.documents };
  const headSide = { parameters: pair.head.parameters(), documents: context.head.documents };
  const bases = byKey(pair.base, unfolded(baseSide, headSide));
  const heads = byKey(pair.head, unfolded(headSide, baseSide));
  const gone = new Set<Parameter>();
  for (const [key, base] of bases) {
    const head = heads.get(key);
    if (head === undefined) gone.add(base);
    else if (!isSame(context, base, head)) compareOne(context, pair, base, head, direction);
  }
  for (const [key, head] of heads) {
    if (bases.has(key)) continue;
    const moved = find(gone, (base) => base.name === head.name);
    if (moved === null || direction === 'response') {
      parameterAdded(context, pair.head, head, direction);
      continue;
    }
    gone.delete(moved);
    parameterMoved(context, pair.head, moved, head);
  }
  for (const base of gone) parameterRemoved(context, pair.head, base, direction);
}

/** Whether both sides list the same parameters in the same words, so that they needn't be looked at. */
function areUntouched({ isClean }: CompareContext, { base, head }: OperationPair): boolean {
  const [from, to] = [base.entry.site, head.entry.site];
  if (base.path !== head.path || valueAt(from, '$ref') !== undefined || valueAt(to, '$ref') !== undefined) {
    return false;
  }
  const isSameList = (before: Site | null, after: Site | null) =>
    before === null || after === null ? before === after : isClean(before, after);
  return (
    isSameList(childSite(base.site, 'parameters'), childSite(head.site, 'parameters')) &&
    isSameList(childSite(from, 'parameters'), childSite(to, 'parameters'))
  );
}

/** Whether a parameter is declared by the same words on both sides, so that nothing is to be said of it. */
function isSame({ isClean }: CompareContext, base: Parameter, head: Parameter): boolean {
  const [from, to] = [base.serialisation, head.serialisation];
  return (
    base.declared !== 'implied' &&
    head.declared !== 'implied' &&
    base.in === head.in &&
    base.required === head.required &&
    // A part of an object that is written as loose parameters is written as the object is.
    from.style === to.style &&
    from.explode === to.explode &&
    from.allowReserved === to.allowReserved &&
    from.allowEmptyValue === to.allowEmptyValue &&
    isClean(base.site, head.site)
  );
}

/** Path parameters go by their position in the template, since their names are never sent. */
function byKey(operation: Operation, parameters: readonly Parameter[]): Map<string, Parameter> {
  const variables = variablesOf(operation.path);
  return new Map(
    parameters.map((parameter) => [
      parameter.in === 'path' ? `path ${variables.indexOf(parameter.name)}` : keyOf(parameter),
      parameter,
    ]),
  );
}

function compareOne(
  context: CompareContext,
  pair: OperationPair,
  base: Parameter,
  head: Parameter,
  direction: Direction,
): void {
  const place = placeOfParameter(pair.head, head, direction);
  const sites = { place, base: base.site, head: head.site };
  const args = argsOf(head);
  if (base.declared === 'implied' || head.declared === 'implied') {
    // Nobody promised what an undeclared parameter is: saying so now takes nothing away.
    if (base.declared !== head.declared && base.declared === 'implied') {
      context.emit({ id: 'new-request-path-parameter', ruling: 'safe', ...sites, args });
    }
    return;
  }
  if (base.required !== head.required) {
    const isBreaking = direction === 'request' ? head.required : base.required;
    context.emit({
      id: `${direction === 'request' ? 'request-parameter' : 'response-header'}-became-${head.required ? 'required' : 'optional'}`,
      ruling: isBreaking ? 'breaking' : 'safe',
      ...sites,
      args: isBreaking ? { ...args, example: requestLine(pair.base) } : args,
    });
  }
  if (direction === 'request')
    compareLifecycle(context, PARAMETER_LIFECYCLE, place, base.site, head.site, args);
  compareSlotValues(context, { base, head, in: head.in, place, args });
}

function parameterAdded(
  context: CompareContext,
  operation: Operation,
  head: Parameter,
  direction: Direction,
): void {
  const place = placeOfParameter(operation, head, direction);
  const args = argsOf(head);
  if (direction === 'response') {
    context.emit({ id: 'response-header-added', ruling: 'safe', place, head: head.site, args });
    return;
  }
  const need = head.required ? 'required' : 'optional';
  context.emit({
    id:
      head.declared === 'path'
        ? `new-${need}-request-default-parameter-to-existing-path`
        : `new-${need}-request-parameter`,
    ruling: head.required ? 'breaking' : 'safe',
    place,
    head: head.site,
    args: head.required ? { ...args, example: requestLine(operation) } : args,
  });
}

function parameterRemoved(
  context: CompareContext,
  operation: Operation,
  base: Parameter,
  direction: Direction,
): void {
  const place = placeOfParameter(operation, base, direction);
  if (direction === 'response') {
    context.emit({
      id: base.required ? 'required-response-header-removed' : 'optional-response-header-removed',
      ruling: base.required ? 'breaking' : 'safe',
      place,
      base: base.site,
      args: argsOf(base),
    });
    return;
  }
  context.emit({
    id: 'request-parameter-removed',
    ruling: 'safe',
    place,
    base: base.site,
    args: { ...argsOf(base), ...deprecationArgs(base.site.raw) },
  });
}

function parameterMoved(
  context: CompareContext,
  operation: Operation,
  base: Parameter,
  head: Parameter,
): void {
  context.emit({
    id: 'request-parameter-in-changed',
    ruling: head.required ? 'breaking' : 'safe',
    place: placeOfParameter(operation, head, 'request'),
    base: base.site,
    head: head.site,
    args: { name: head.name, from: base.in, to: head.in },
  });
}

function argsOf({ name, in: place }: Parameter): { name: string; in: string } {
  return { name, in: place };
}

function placeOfParameter(operation: Operation, parameter: Parameter, direction: Direction): Place {
  const kind = direction === 'request' ? 'request-parameter' : 'response-header';
  const place = placeIn(operation, kind, direction, `${placeWords(parameter)} ${code(parameter.name)}`);
  return { ...place, parameterIn: parameter.in };
}

function placeWords({ in: place }: Parameter): string {
  return place === 'querystring' ? 'query string' : `${place} parameter`;
}

function find<T>(among: ReadonlySet<T>, matches: (candidate: T) => boolean): T | null {
  for (const candidate of among) if (matches(candidate)) return candidate;
  return null;
}
