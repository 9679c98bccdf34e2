import type { Parameter } from '../../contract/contract.ts';
import { parameterKey } from '../../contract/parameters.ts';
import { declaredProperties } from '../../contract/value-kinds.ts';
import type { DocumentSet } from '../../read/document.ts';
import { isLoose } from './wire.ts';

/** The parameters of one side, and the set of documents that they stand in. */
export interface ParameterSide {
  readonly parameters: readonly Parameter[];
  readonly documents: DocumentSet;
}

/**
 * The parameters of a side, with each object that is written as loose parameters taken apart
 * where the other side has those parameters loose: `?a=1&b=2` is the same request however
 * its document draws it together.
 */
export function unfolded(side: ParameterSide, other: ParameterSide): readonly Parameter[] {
  const own = new Set(side.parameters.map(keyOf));
  const others = new Set(other.parameters.map(keyOf));
  return side.parameters.flatMap((parameter) => {
    if (parameter.schema === null || parameter.content !== null || others.has(keyOf(parameter)))
      return [parameter];
    if (!isLoose(parameter.serialisation, parameter.in)) return [parameter];
    const { properties, required } = declaredProperties(parameter.schema, side.documents);
    const loose = Array.from(properties, ([name, site]): Parameter => {
      const isRequired = parameter.required && required.has(name);
      return { ...parameter, name, site, schema: site, required: isRequired };
    });
    const isSplit = loose.some((one) => others.has(keyOf(one)) && !own.has(keyOf(one)));
    return isSplit ? loose : [parameter];
  });
}

/** The key that a parameter is matched by: its place and name. */
export function keyOf(parameter: Parameter): string {
  return parameterKey(parameter.in, parameter.name);
}
