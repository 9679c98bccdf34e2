/** Whether something holds: certainly, certainly not, or beyond what the engine can tell. */
export type Truth = 'yes' | 'no' | 'maybe';

/** The truth of a boolean that may be unknown. */
export function truthOf(value: boolean | null): Truth {
  if (value === null) return 'maybe';
  return value ? 'yes' : 'no';
}

/** Whether both hold. */
export function both(a: Truth, b: Truth): Truth {
  if (a === 'no' || b === 'no') return 'no';
  return a === 'yes' && b === 'yes' ? 'yes' : 'maybe';
}

/** Whether it doesn't hold. */
export function opposite(a: Truth): Truth {
  if (a === 'maybe') return 'maybe';
  return a === 'yes' ? 'no' : 'yes';
}
