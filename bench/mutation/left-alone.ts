import { childrenOf, isNode, type Node } from './nodes.ts';

/** Bounds of effort and of what is shown, by their names. */
const BOUND = /^(?:MOST|MAX|DEEPEST|LONGEST|LEAST|NEAR)(?:_|$)|_A_STEP$|^DEFAULT_LIMITS$/;

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
export function isLeftAlone(node: Node, parent: Node, key: string, textOf: (node: Node) => string): boolean {
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

/** The entries of the catalogue of checks: what they show as an example is what tests run. */
export const CATALOGUE = /^src\/classify\/(?:checks\/|family\.ts|example\.ts)/;

/** Functions that make examples. */
export const MAKER = /^(?:export )?function (\w+)\([^{]*\): (?:JsonObject|Example) \{$/gm;

/** What examples are made of: a property `example`, a constant that is nothing but values, a function that makes them. */
export function isExample(node: Node, key: string, makers: ReadonlySet<string>): boolean {
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
