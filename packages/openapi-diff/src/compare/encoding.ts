import type { MediaType } from '../contract/contract.ts';
import { objectAt, textAt } from '../contract/look.ts';
import { normaliseRange } from '../contract/media-range.ts';
import { valueAt } from '../contract/refs.ts';
import type { Site } from '../contract/site.ts';
import type { CompareContext } from './context.ts';
import type { Place } from './finding.ts';
import { code } from './words.ts';

/** How the properties of a form or multipart body are written one by one. */
export function compareEncoding(
  context: CompareContext,
  place: Place,
  base: MediaType,
  head: MediaType,
): void {
  const names = new Set([...namesOf(base), ...namesOf(head)]);
  for (const name of names) {
    const before = base.encoding === null ? null : objectAt(base.encoding, name);
    const after = head.encoding === null ? null : objectAt(head.encoding, name);
    const from = encodingText(before);
    const to = encodingText(after);
    if (from === to) continue;
    context.emit({
      id: `${place.direction === 'response' ? 'response' : 'request'}-body-encoding-changed`,
      ruling: 'breaking',
      place,
      base: before ?? base.site,
      head: after ?? head.site,
      args: { name, from, to },
    });
  }
}

function namesOf({ encoding }: MediaType): readonly string[] {
  return encoding === null || encoding.raw === null ? [] : Object.keys(encoding.raw);
}

const DEFAULT_ENCODING = 'in the usual way';

/** What is said of a property's encoding, in one line; equal where it has the same effect. */
function encodingText(encoding: Site | null): string {
  if (encoding === null) return DEFAULT_ENCODING;
  const contentType = textAt(encoding, 'contentType');
  const style = valueAt(encoding, 'style');
  const parts = [
    ...(contentType === null
      ? []
      : [`as ${code(contentType.split(',').map(normaliseRange).sort().join(', '))}`]),
    ...(typeof style === 'string' && style !== 'form' ? [`in the style ${code(style)}`] : []),
    ...(valueAt(encoding, 'explode') === false ? ['with its items joined'] : []),
    ...(valueAt(encoding, 'allowReserved') === true ? ['with reserved characters'] : []),
  ];
  return parts.length === 0 ? DEFAULT_ENCODING : parts.join(', ');
}
