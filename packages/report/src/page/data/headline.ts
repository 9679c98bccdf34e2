import { count } from '../../words.ts';

/** The headline of a change: its cause as the beginning of a sentence, and how many operations share it. */
export function headline(cause: string, operations: number): string {
  const sentence = cause.slice(0, 1).toUpperCase() + cause.slice(1);
  return operations > 1 && /\b(?:request|response)$/.test(cause)
    ? `${sentence} that ${count(operations, 'operation')} share`
    : sentence;
}
