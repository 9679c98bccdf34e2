/** What is looked at of a parsed source. */

/** A node of the parsed source, as far as it is looked at. */
export interface Node {
  readonly type: string;
  readonly span: { readonly start: number; readonly end: number };
  readonly [key: string]: unknown;
}

/** Whether a value of the parser is a node. */
export function isNode(value: unknown): value is Node {
  return value !== null && typeof value === 'object' && 'type' in value && 'span' in value;
}

/** The nodes right below, in the order of the text. */
export function childrenOf(node: object): { readonly key: string; readonly node: Node }[] {
  return Object.entries(node)
    .flatMap(([key, value]: [string, unknown]) =>
      (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => {
        if (isNode(one)) return [{ key, node: one }];
        // Arguments and elements are wrapped in an object that has no place of its own.
        const isWrapper = one !== null && typeof one === 'object' && key !== 'span';
        return isWrapper
          ? childrenOf(one).map((child) => ({ ...child, key: keyWithin(one, child.key, key) }))
          : [];
      }),
    )
    .sort((a, b) => a.node.span.start - b.node.span.start);
}

/** What a child of a wrapper is to the node around: a member of an object goes by its name. */
function keyWithin(wrapper: object, key: string, outer: string): string {
  if (!('type' in wrapper) || wrapper.type !== 'KeyValueProperty') return outer;
  const name = (wrapper as { readonly key?: { readonly value?: unknown } }).key?.value;
  return key === 'key' ? key : `member ${String(name)}`;
}
