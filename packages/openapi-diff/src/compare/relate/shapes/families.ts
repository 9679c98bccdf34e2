import type { Site } from '../../../contract/site.ts';

/**
 * Families of keywords as bits: one look at the keys of a schema's objects tells which readers
 * have anything to read. Most schemas speak of little.
 */
export const FAMILY = {
  /** Bounds of numbers and texts, patterns and formats. */
  scalars: 1,
  items: 2,
  counts: 4,
  properties: 8,
  required: 16,
  patterns: 32,
  additional: 64,
  names: 128,
  dependents: 256,
  unevaluated: 512,
  choices: 1024,
  negation: 2048,
  condition: 4096,
  /** `type`, `enum`, `const` and what makes them take null. */
  values: 8192,
  default: 16_384,
  /** `deprecated`, sunset and stability. */
  lifecycle: 32_768,
  /** `readOnly` and `writeOnly`. */
  marks: 65_536,
  discriminator: 131_072,
  content: 262_144,
  extensible: 524_288,
  parts: 1_048_576,
} as const;

/** Everything that can rule a value out. */
export const ASSERTING =
  FAMILY.scalars |
  FAMILY.items |
  FAMILY.counts |
  FAMILY.properties |
  FAMILY.required |
  FAMILY.patterns |
  FAMILY.additional |
  FAMILY.names |
  FAMILY.dependents |
  FAMILY.unevaluated |
  FAMILY.choices |
  FAMILY.negation |
  FAMILY.condition |
  FAMILY.values;

const KEYWORDS: Readonly<Record<keyof typeof FAMILY, readonly string[]>> = {
  scalars: [
    'minimum',
    'maximum',
    'exclusiveMinimum',
    'exclusiveMaximum',
    'multipleOf',
    'minLength',
    'maxLength',
    'pattern',
    'format',
  ],
  items: ['minItems', 'maxItems', 'uniqueItems', 'items', 'prefixItems', 'additionalItems', 'contains'],
  counts: ['minProperties', 'maxProperties'],
  properties: ['properties'],
  required: ['required'],
  patterns: ['patternProperties'],
  additional: ['additionalProperties'],
  names: ['propertyNames'],
  dependents: ['dependentRequired', 'dependentSchemas', 'dependencies'],
  unevaluated: ['unevaluatedProperties', 'unevaluatedItems'],
  choices: ['anyOf', 'oneOf'],
  negation: ['not'],
  condition: ['if'],
  values: ['type', 'enum', 'const'],
  default: ['default'],
  lifecycle: ['deprecated', 'x-sunset', 'sunset', 'x-stability-level'],
  marks: ['readOnly', 'writeOnly'],
  discriminator: ['discriminator'],
  content: ['contentEncoding', 'contentMediaType', 'contentSchema'],
  extensible: ['x-extensible-enum'],
  parts: ['allOf'],
};

const BITS = new Map(
  Object.entries(KEYWORDS).flatMap(([family, keywords]) =>
    keywords.map((keyword) => [keyword, FAMILY[family as keyof typeof FAMILY]] as const),
  ),
);

/** The families that a keyword belongs to: none where it is no keyword that anybody reads by family. */
export function familyOf(keyword: string): number {
  return BITS.get(keyword) ?? 0;
}

/** The families that some schema objects have keywords of. */
export function familiesOf(sites: readonly Site[]): number {
  let families = 0;
  for (const { raw } of sites) {
    for (const keyword in raw as object) families |= BITS.get(keyword) ?? 0;
  }
  return families;
}
