import type { Difference } from '../../src/compare/explain/difference.ts';
import type { Edge, Node } from '../../src/compare/explain/graph.ts';
import type { Direction, PathStep } from '../../src/compare/finding.ts';
import { pairOf } from './pair-of.ts';
import type { Row } from './rows/row.ts';

/** A step in short: `.name`, `[0]`, `[]`, or the kind of step. */
function stepText(step: PathStep): string {
  switch (step.kind) {
    case 'property':
      return `.${step.name}`;
    case 'tuple-item':
      return `[${step.index}]`;
    case 'item':
      return '[]';
    case 'pattern-property':
      return `/${step.pattern}/`;
    default:
      return step.kind;
  }
}

/** What a rule says of a difference to whoever looks for a value that shows it. */
function differenceText({ sides, verdict }: Node, difference: Difference): string {
  const { event, step, mayBreak, goals, candidates, guesses, below, within, isEvident, unknown, carries } =
    difference;
  const whole = verdict();
  const parts: string[] = [`${event}${step === undefined ? '' : ` at ${stepText(step)}`}`];
  if (mayBreak) parts.push('may break');
  if (isEvident === true) parts.push('evident');
  if (unknown !== undefined) parts.push('unknown');
  if (goals !== undefined) {
    const keywords = goals.map(({ keyword, name = '' }) => `${keyword} ${name}`.trim());
    parts.push(`by ${keywords.join(' ') || 'no keyword'}`);
  }
  if (below !== undefined) parts.push(`below ${stepText(below)}`);
  if (mayBreak && candidates !== undefined) parts.push(`try ${JSON.stringify(candidates)}`);
  if (mayBreak && guesses !== undefined) parts.push(`guess ${JSON.stringify([...guesses()])}`);
  if (mayBreak && within !== undefined) {
    parts.push(`within ${JSON.stringify(sides.relator.sample(within())) ?? 'nothing'}`);
  }
  if (carries !== undefined && whole.kind === 'breaking') {
    const isOwn = carries(whole.witness, whole.failures);
    parts.push(`${isOwn ? 'shown' : 'not shown'} by ${JSON.stringify(whole.witness)}`);
  }
  return parts.join(', ');
}

function edgeText({ step, isNamed, node }: Edge): string {
  const traits = [isNamed ? 'named' : '', node.isDirty() ? 'changed' : '', node.isSafe() ? 'safe' : ''];
  return [step === null ? 'branch' : stepText(step), ...traits].filter((one) => one !== '').join(', ');
}

/** What the rules find in a pair of schemas: what differs, and which parts are pairs of their own. */
export function found([, before, after]: Row, direction: Direction): readonly string[] {
  const node = pairOf(before, after, direction);
  return [
    ...node.differences.map((difference) => differenceText(node, difference)),
    ...node.edges.map((edge) => `→ ${edgeText(edge)}`),
    ...(node.isSumOfParts() ? [] : ['asked about as a whole']),
  ];
}
