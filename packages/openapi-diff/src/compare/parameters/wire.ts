import type { ParameterIn, Serialisation } from '../../contract/contract.ts';
import type { ValueKind } from '../../contract/value-kinds.ts';

const SEPARATORS: Readonly<Record<string, string>> = {
  form: ',',
  cookie: ',',
  simple: ',',
  spaceDelimited: '%20',
  pipeDelimited: '|',
  tsv: '%09',
};

/**
 * What a value of a kind looks like on the wire (OpenAPI 3.2, 4.12.3): `n` stands for the
 * name, `a` and `b` for items, `k` and `v` for keys and values. Two serialisations are the
 * same in effect when this is the same.
 */
export function wireForm(serialisation: Serialisation, place: ParameterIn, kind: ValueKind): string {
  const { style, explode } = serialisation;
  if (style === 'label') return prefixedForm('.', '', explode, kind);
  if (style === 'matrix') return prefixedForm(';', 'n=', explode, kind);
  const separator = Object.hasOwn(SEPARATORS, style) ? (SEPARATORS[style] ?? style) : style;
  const isNamed = place === 'query' || place === 'cookie' || place === 'querystring';
  if (!isNamed) {
    if (kind === 'primitive') return 'a';
    if (kind === 'array') return `a${separator}b`;
    return explode ? `k=v${separator}k=v` : `k${separator}v`;
  }
  if (kind === 'primitive') return 'n=a';
  // What `deepObject` makes of arrays is not defined.
  if (style === 'deepObject') return kind === 'object' ? 'n[k]=v' : 'undefined';
  const between = style === 'cookie' ? '; ' : '&';
  if (kind === 'array') return explode ? `n=a${between}n=b` : `n=a${separator}b`;
  return explode ? `k=v${between}k=v` : `n=k${separator}v`;
}

/** The styles of RFC 6570 that begin each value with a mark: `label` and `matrix`. */
function prefixedForm(mark: string, name: string, explode: boolean, kind: ValueKind): string {
  if (kind === 'primitive') return `${mark}${name}a`;
  if (kind === 'array') return explode ? `${mark}${name}a${mark}${name}b` : `${mark}${name}a,b`;
  return explode ? `${mark}k=v${mark}k=v` : `${mark}${name}k,v`;
}

/** Whether an object is written as parameters of their own, one for each property. */
export function isLoose(serialisation: Serialisation, place: ParameterIn): boolean {
  return wireForm(serialisation, place, 'object').startsWith('k=v&');
}
