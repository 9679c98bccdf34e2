import type { Json, JsonObject } from '../../../read/document.ts';
import { isArray, isObject } from '../json.ts';
import { type CompiledShape, compiled } from '../shapes/compiled.ts';
import { matchesPattern } from '../shapes/texts.ts';
import type { Check } from './check.ts';
import { shapesInPlace } from './evaluated.ts';
import { type FailureReport, fail, within } from './report.ts';

/**
 * Whether the sender of these shapes sends nothing that it hides, and nothing that it
 * doesn't declare: a sender whose object schemas leave `additionalProperties` out sends the
 * declared properties alone. All shapes that hold at one place declare together.
 */
export function isSendable(
  check: Check,
  shapes: readonly CompiledShape[],
  value: Json,
  report: FailureReport | null,
): boolean {
  if (value === null || typeof value !== 'object') return true;
  const [only, ...others] = shapes;
  if (only === undefined || others.length > 0) return isWholeSendable(check, shapes, value, report);
  const known = check.sendable.get(only, value);
  if (known === true || (known === false && report === null)) return known;
  return check.sendable.keep(only, value, isWholeSendable(check, shapes, value, report));
}

function isWholeSendable(
  check: Check,
  shapes: readonly CompiledShape[],
  value: readonly Json[] | JsonObject,
  report: FailureReport | null,
): boolean {
  check.count();
  const inPlace = [...new Set(shapes.flatMap((shape) => shapesInPlace(check, shape, value)))];
  if (isArray(value)) {
    return value.every((item, index) =>
      isSendable(check, [...partsOfArray(check, inPlace, index, item)], item, within(report, index)),
    );
  }
  return isObject(value) && isObjectSendable(check, inPlace, value, report);
}

function* partsOfArray(
  check: Check,
  inPlace: readonly CompiledShape[],
  index: number,
  item: Json,
): Iterable<CompiledShape> {
  for (const shape of inPlace) {
    yield shape.item(index);
    for (const { shape: wanted } of shape.contains) {
      if (check.truth(compiled(wanted), item) !== 'no') yield compiled(wanted);
    }
  }
}

function isObjectSendable(
  check: Check,
  inPlace: readonly CompiledShape[],
  value: JsonObject,
  report: FailureReport | null,
): boolean {
  const closes = inPlace.some((shape) => shape.isClosedSender);
  const declares = inPlace.some((shape) => shape.declares) && !inPlace.some((shape) => shape.opens);
  for (const [name, part] of Object.entries(value)) {
    const hiding = inPlace.find((shape) => shape.hiddenNames.has(name));
    if (hiding !== undefined) {
      fail(report, hiding.propertySites(name)[0] ?? hiding.origins[0] ?? unknownSite(hiding), 'properties', {
        name,
      });
      return false;
    }
    if (closes && declares && !inPlace.some((shape) => isDeclared(shape, name))) {
      const site = inPlace.find((shape) => shape.declares)?.sites[0];
      if (site !== undefined) fail(report, site, 'properties', { name });
      return false;
    }
    const parts = inPlace.map((shape) => shape.property(name));
    if (!isSendable(check, parts, part, within(report, name))) return false;
  }
  return true;
}

function unknownSite(shape: CompiledShape) {
  const [site] = shape.sites;
  if (site === undefined) throw new TypeError('a shape that hides a property has a schema that declares it');
  return site;
}

/** Whether a shape says that a property may be there; one that must be there is sent, declared or not. */
export function isDeclared(shape: CompiledShape, name: string): boolean {
  return (
    shape.propertySites(name).length > 0 ||
    shape.required.has(name) ||
    shape.patternProperties.some(({ key }) => matchesPattern(key, name) === true)
  );
}
