import type { Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/**
 * What a page is made of, without its words: its elements in order, one a line, indented by
 * their depth, with the names of their attributes, and of links the host.
 */
export function structureOf(page: Root | string): string[] {
  const { children } = typeof page === 'string' ? fromHtml(page, { fragment: true }) : page;
  return children.flatMap((child) => lines(child, 0));
}

/**
 * The same in the pieces that a report is cut between: each block, of what is folded each
 * block in it, and of its lists each item. A report that was cut elsewhere has no other pieces.
 */
export function piecesOf(page: Root | string): ReadonlySet<string> {
  return piecesOfLines(structureOf(page));
}

/** The pieces of a structure. */
export function piecesOfLines(structure: readonly string[]): ReadonlySet<string> {
  const pieces: string[] = [];
  let isFolded = false;
  for (const line of structure) {
    const isBlock = /^\S/.test(line);
    if (isBlock) isFolded = /^details\b/.test(line);
    if (isBlock || (isFolded && /^ {2}\S|^ {4}li$/.test(line))) pieces.push(line);
    else pieces.push(`${pieces.pop() ?? ''}\n${line}`);
  }
  return new Set(pieces);
}

function lines(node: RootContent, depth: number): string[] {
  const indent = '  '.repeat(depth);
  if (node.type === 'comment' || node.type === 'doctype') return [`${indent}<!-- ${node.type} -->`];
  if (node.type !== 'element') return [];
  const { tagName, properties, children } = node;
  const attributes = Object.entries(properties).map(([name, value]) =>
    name === 'href' ? `href=${hostOf(String(value))}` : name === 'className' ? `class=${value}` : name,
  );
  return [
    `${indent}${[tagName, ...attributes].join(' ')}`,
    ...children.flatMap((child) => lines(child, depth + 1)),
  ];
}

function hostOf(address: string): string {
  try {
    return new URL(address).origin;
  } catch {
    return address;
  }
}
