import type { Element, ElementContent, Root, RootContent, Text } from 'hast';

/** Where GitHub looks for none of them: https://github.com/gjtorikian/html-pipeline, the mention filter. */
const QUIET = new Set(['pre', 'code', 'tt', 'a', 'style', 'script']);

/**
 * What GitHub finds in the text of a finished page. Issues, commits and a repository's own
 * prefixes: "Autolinked references and URLs" in GitHub's documentation; the rest: "Basic
 * writing and formatting syntax" and "Writing mathematical expressions".
 */
const KINDS: Readonly<Record<string, RegExp>> = {
  mention: /(?<![\w`])@[a-z\d][a-z\d-]*(?:\/[\w.-]+)?/gi,
  issue: /(?<![\w&])(?:[\w.-]+(?:\/[\w.-]+)?)?#\d+\b/g,
  // GH-12, and whatever prefix a repository has chosen: JIRA-12.
  reference: /\b[a-z]{2,}-\d+\b|\bGHSA(?:-\w{4}){3}\b/gi,
  commit: /(?:[\w.-]+(?:\/[\w.-]+)?@)?\b[\da-f]{7,40}\b/gi,
  emoji: /:[+-]?\w+:/g,
  formula: /\$[^\s$](?:[^$]*[^\s$])?\$/g,
  address: /(?:https?|ftp):\/\/\S|\bwww\.\S|\S@\S+\.\S/gi,
};

/** A colour alone in a code span, beside which GitHub paints a dot: https://github.com/github/docs/pull/18478. */
const COLOUR = /^(?:#[\da-f]{6}|rgba?\([\d\s,.]+\)|hsla?\([\d\s,.%]+\))$/i;

/** The page with a `mark` around all that GitHub would have made something of. Its class says of what kind it is. */
export function marked(page: Root): Root {
  return { ...page, children: inside(page.children, false) as RootContent[] };
}

function inside(children: readonly RootContent[], quiet: boolean): RootContent[] {
  return children.flatMap((child, index): RootContent[] => {
    if (child.type === 'text') return quiet ? [child] : splitText(child);
    if (child.type !== 'element') return [child];
    const element = {
      ...child,
      children: inside(child.children, quiet || QUIET.has(child.tagName)) as ElementContent[],
    };
    const isFormula = endsWith(children[index - 1], '$') && beginsWith(children[index + 1], '$');
    if (child.tagName !== 'code') return [element];
    if (isFormula) return [mark('formula', [element])];
    return COLOUR.test(textOf(child)) ? [element, mark('colour', [])] : [element];
  });
}

function splitText({ value }: Text): RootContent[] {
  for (const [kind, pattern] of Object.entries(KINDS)) {
    const found = value.matchAll(pattern).next().value;
    if (found === undefined) continue;
    const end = found.index + found[0].length;
    return [
      ...splitText({ type: 'text', value: value.slice(0, found.index) }),
      mark(kind, [{ type: 'text', value: found[0] }]),
      ...splitText({ type: 'text', value: value.slice(end) }),
    ];
  }
  return value === '' ? [] : [{ type: 'text', value }];
}

function mark(kind: string, children: ElementContent[]): Element {
  return { type: 'element', tagName: 'mark', properties: { className: [kind] }, children };
}

function endsWith(node: RootContent | undefined, end: string): boolean {
  return node?.type === 'text' && node.value.endsWith(end);
}

function beginsWith(node: RootContent | undefined, start: string): boolean {
  return node?.type === 'text' && node.value.startsWith(start);
}

/** All text below an element. */
export function textOf(node: RootContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}
