import { parseSync } from '@swc/core';
import { sourcesBelow, text } from './repository.ts';

/** One import, export-from or `import()` of a file. */
export interface Import {
  /** The file that imports, from the root. */
  readonly file: string;
  readonly specifier: string;
  /** Whether nothing but types comes over it. */
  readonly typesOnly: boolean;
}

const read = new Map<string, Import[]>();

/** Gives the imports of every TypeScript file below a folder, by what the parser sees, not by how they are laid out. */
export function importsBelow(folder: string): readonly Import[] {
  const known = read.get(folder);
  if (known !== undefined) return known;
  const found = sourcesBelow(folder).flatMap((file) => importsOf(file, text(file)));
  read.set(folder, found);
  return found;
}

/** Gives the imports of a file with this text. Throws what the parser throws at a text that is no TypeScript. */
export function importsOf(file: string, source: string): Import[] {
  const found: Import[] = [];
  visit(parseSync(source, { syntax: 'typescript', tsx: file.endsWith('x') }), (node) => {
    const specifier = specifierOf(node);
    if (specifier !== null) found.push({ file, specifier, typesOnly: isTypesOnly(node) });
  });
  return found;
}

/** Gives the package that a specifier names, or null for a file's path and for what comes with Node. */
export function packageOf(specifier: string): string | null {
  if (specifier.startsWith('.') || specifier.startsWith('node:')) return null;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

type Node = Readonly<Record<string, unknown>>;

function visit(node: unknown, meet: (node: Node) => void): void {
  if (Array.isArray(node)) {
    for (const inner of node) visit(inner, meet);
  } else if (typeof node === 'object' && node !== null) {
    meet(node as Node);
    for (const inner of Object.values(node)) visit(inner, meet);
  }
}

function specifierOf(node: Node): string | null {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return stringIn(node.source);
    case 'CallExpression': {
      const callee = node.callee as Node;
      const [first] = node.arguments as { readonly expression: unknown }[];
      return callee.type === 'Import' ? stringIn(first?.expression) : null;
    }
    case 'TsImportType':
      return stringIn(node.argument);
    default:
      return null;
  }
}

function stringIn(literal: unknown): string | null {
  const value = (literal as Node | null | undefined)?.value;
  return typeof value === 'string' ? value : null;
}

function isTypesOnly(node: Node): boolean {
  if (node.type === 'TsImportType' || node.typeOnly === true) return true;
  const specifiers = (node.specifiers ?? []) as Node[];
  return specifiers.length > 0 && specifiers.every(({ isTypeOnly }) => isTypeOnly === true);
}
