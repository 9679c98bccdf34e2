/** Small changes to a source text, each of which a good test notices. */
import { stripTypeScriptTypes } from 'node:module';
import { parseSync } from '@swc/core';
import { CATALOGUE, isExample, isLeftAlone, MAKER } from './left-alone.ts';
import { childrenOf, type Node } from './nodes.ts';

/** One change: where it stands and what it makes of it. */
export interface Mutant {
  readonly id: number;
  readonly file: string;
  readonly line: number;
  readonly before: string;
  readonly after: string;
  /** The whole line that it stands in. */
  readonly source: string;
}

/** The global function that the changed text asks whether a mutant is switched on. */
const SWITCH = '__mutant';

const OPPOSITES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '===': '!==',
    '!==': '===',
    '<': '<=',
    '<=': '<',
    '>': '>=',
    '>=': '>',
    '&&': '||',
    '||': '&&',
    '+': '-',
    '-': '+',
  }),
);

const OTHER_METHODS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    some: 'every',
    every: 'some',
    startsWith: 'endsWith',
    endsWith: 'startsWith',
    min: 'max',
    max: 'min',
  }),
);

/** Methods that a list is as good without, if nobody looks. */
const DROPPED_METHODS = new Set(['filter', 'slice', 'sort', 'toSorted']);

/** Words that the engine rules with. */
const OTHER_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    breaking: 'safe',
    safe: 'breaking',
    undecided: 'safe',
    request: 'response',
    response: 'request',
    base: 'head',
    head: 'base',
    narrows: 'widens',
    widens: 'narrows',
    error: 'warning',
    warning: 'info',
    info: 'warning',
  }),
);

/** A source with all its mutants built in, each behind a switch. */
export interface Instrumented {
  readonly text: string;
  readonly mutants: readonly Mutant[];
}

/**
 * Builds every mutant into a source. What runs once when the module is loaded is switched by
 * a process that knows the mutant before it loads the module.
 *
 * @param firstId the id of the first mutant
 */
export function instrument(file: string, typed: string, firstId: number): Instrumented {
  // Types become blanks, so that lines stay where they are.
  const bytes = Buffer.from(stripTypeScriptTypes(typed));
  // The parser counts bytes, from one call to the next: a statement of our own tells where it is.
  const parsed = parseSync(`0;${bytes.toString()}`, { syntax: 'ecmascript', target: 'es2024' });
  const [mark, ...body] = parsed.body as unknown as Node[];
  if (mark === undefined) return { text: typed, mutants: [] };
  const origin = mark.span.start + 2;
  const mutants: Mutant[] = [];
  const lines = typed.split('\n');
  const makers = new Set(Array.from(typed.matchAll(MAKER), ([, name = '']) => name));
  const isCatalogue = CATALOGUE.test(file);
  const cut = (from: number, to: number) => bytes.subarray(from - origin, to - origin).toString();
  const textOf = ({ span }: Node) => cut(span.start, span.end);

  function write(node: Node, parent: Node, key: string): string {
    if (node.type === 'ImportDeclaration' || (isCatalogue && isExample(node, key, makers)))
      return textOf(node);
    if (isLeftAlone(node, parent, key, textOf)) return textOf(node);
    let result = '';
    let at = node.span.start;
    for (const child of childrenOf(node)) {
      if (child.node.span.start < at) continue;
      result += cut(at, child.node.span.start) + write(child.node, node, child.key);
      at = child.node.span.end;
    }
    result += cut(at, node.span.end);
    if (key === 'key' || (isCatalogue && node.type === 'NumericLiteral')) return result;
    for (const after of changesOf(node, parent, key, textOf)) {
      const id = firstId + mutants.length;
      const line = cut(origin, node.span.start).split('\n').length;
      mutants.push({ id, file, line, before: textOf(node), after, source: lines[line - 1] ?? '' });
      result = `(${SWITCH}(${id}) ? (${after}) : ${result})`;
    }
    return result;
  }

  let text = '';
  let at = origin;
  for (const statement of body) {
    text += cut(at, statement.span.start) + write(statement, mark, 'body');
    at = statement.span.end;
  }
  return { text: text + bytes.subarray(at - origin).toString(), mutants };
}

/** The texts that a node may be changed into. */
function changesOf(node: Node, parent: Node, key: string, textOf: (node: Node) => string): string[] {
  const own = textOf(node);
  switch (node.type) {
    case 'BinaryExpression': {
      const operator = String(node.operator);
      const [left, right] = [textOf(node.left as Node), textOf(node.right as Node)];
      // A fallback to a mere constant is mostly there for the types alone.
      if (operator === '??') return /Literal|NewExpression/.test((node.right as Node).type) ? [] : [left];
      const other = OPPOSITES.get(operator);
      return other === undefined ? [] : [`(${left}) ${other} (${right})`];
    }
    case 'UnaryExpression':
      return node.operator === '!' ? [textOf(node.argument as Node)] : [];
    case 'BooleanLiteral':
      return [own === 'true' ? 'false' : 'true'];
    case 'NumericLiteral':
      return [`${own} + 1`];
    case 'StringLiteral': {
      const other = OTHER_WORDS.get(String(node.value));
      return other === undefined ? [] : [JSON.stringify(other)];
    }
    case 'ArrayExpression':
      return own.length > 2 ? ['[]'] : [];
    case 'CallExpression':
      return callChanges(node, parent, textOf);
    case 'Identifier':
    case 'MemberExpression':
      return key === 'test' && /^(?:If|While|Conditional)/.test(parent.type) ? [`!(${own})`] : [];
    default:
      return [];
  }
}

function callChanges(node: Node, parent: Node, textOf: (node: Node) => string): string[] {
  const callee = node.callee as Node;
  if (callee.type === 'Super' || textOf(node).includes('?.')) return [];
  if (parent.type === 'ExpressionStatement') return ['undefined'];
  if (callee.type !== 'MemberExpression') return [];
  const name = textOf(callee.property as Node);
  const object = textOf(callee.object as Node);
  if (DROPPED_METHODS.has(name)) return [object];
  const other = OTHER_METHODS.get(name);
  if (other === undefined) return [];
  const given = childrenOf({ arguments: node.arguments }).map((child) => textOf(child.node));
  return [`${object}.${other}(${given.join(', ')})`];
}
