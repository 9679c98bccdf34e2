/** Small changes to a source text, each of which a good test notices. */
import { stripTypeScriptTypes } from 'node:module';
import { parseSync } from '@swc/core';

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

/** A node of the parsed source, as far as it is looked at. */
interface Node {
  readonly type: string;
  readonly span: { readonly start: number; readonly end: number };
  readonly [key: string]: unknown;
}

/** The entries of the catalogue of checks: what they show as an example is what tests run. */
const CATALOGUE = /^src\/classify\/(?:checks\/|family\.ts|example\.ts)/;

/** Bounds of effort and of what is shown, by their names. */
const BOUND = /^(?:MOST|MAX|DEEPEST|LONGEST|LEAST|NEAR)(?:_|$)|_A_STEP$/;

/** What counts the effort that is spent, by its name. */
const COUNTER = /^(?:this\.)?#?(?:depth|tries|steps|pairs|left|checks)$/;

/** What keeps answers that could be worked out again, by its name. */
const CACHE =
  /^(?:this\.#(?:known|same|verdicts|required)|known|counts|readings|forms|words|views|proofs|wholes|causes|texts|declared|hashes|sets|answers|compiled|knownProperties|equals)\.set\(/;

/** Functions that mix bits: which mixture it is shows nowhere. */
const MIXES = /^(?:mix|hashOf)/;

/**
 * What is left as it is, since no test should hold it:
 * - how great a bound of effort is, whether it is reached one step sooner or later, what a step
 *   costs, and how steps are counted: that is a matter of measure;
 * - whether an answer is kept that would be worked out again: only time is lost without it;
 * - which bits a hash is mixed of;
 * - whether a proof is looked for where there can be none (`mayBreak: lost.length > 0`);
 * - what an index that is there falls back to (`set[0] ?? 0`): it is written for the compiler;
 * - the conditions of guards that throw TypeError or RangeError: nothing from outside meets
 *   them, they tell the compiler or us of a mistake of ours.
 */
function isLeftAlone(node: Node, parent: Node, key: string, textOf: (node: Node) => string): boolean {
  const isOf = (one: unknown, names: RegExp): boolean => isNode(one) && names.test(textOf(one));
  switch (node.type) {
    case 'VariableDeclarator':
      return isOf(node.id, BOUND) || isOf(node.id, COUNTER);
    case 'AssignmentExpression':
      return isOf(node.left, COUNTER);
    case 'ClassProperty':
    case 'PrivateProperty':
    case 'AssignmentPattern':
      return isOf(node.key ?? node.left, COUNTER);
    case 'FunctionDeclaration':
      return isOf(node.identifier, MIXES);
    case 'BinaryExpression':
      if (key === 'member mayBreak' && node.operator === '>') return true;
      if (node.operator === '+') return isOf(node.left, COUNTER);
      return [node.left, node.right].some(
        (side) => /^[<>]=?$/.test(String(node.operator)) && (isOf(side, BOUND) || isOf(side, COUNTER)),
      );
    case 'ExpressionStatement':
      return /\bburn\([^;]*\);?$/.test(textOf(node)) || CACHE.test(textOf(node));
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return parent.type === 'BinaryExpression' && parent.operator === '??';
    default:
      return key === 'test' && parent.type === 'IfStatement' && isGuard(parent, textOf);
  }
}

function isGuard({ consequent }: Node, textOf: (node: Node) => string): boolean {
  return isNode(consequent) && /^\{?\s*throw new (?:Type|Range)Error\(/.test(textOf(consequent));
}

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

/** Functions that make examples. */
const MAKER = /^(?:export )?function (\w+)\([^{]*\): (?:JsonObject|Example) \{$/gm;

/** What examples are made of: a property `example`, a constant that is nothing but values, a function that makes them. */
function isExample(node: Node, key: string, makers: ReadonlySet<string>): boolean {
  if (key === 'member example') return true;
  if (node.type === 'FunctionDeclaration')
    return makers.has(String((node.identifier as { readonly value?: unknown }).value));

  const init = node.type === 'VariableDeclarator' ? node.init : null;
  return isNode(init) && init.type === 'ObjectExpression' && !holdsFunction(init);
}

function holdsFunction(node: Node): boolean {
  return (
    /Function|MethodProperty/.test(node.type) || childrenOf(node).some((child) => holdsFunction(child.node))
  );
}

function isNode(value: unknown): value is Node {
  return value !== null && typeof value === 'object' && 'type' in value && 'span' in value;
}

/** The nodes right below, in the order of the text. */
function childrenOf(node: object): { readonly key: string; readonly node: Node }[] {
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
