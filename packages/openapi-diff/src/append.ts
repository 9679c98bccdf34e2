/** Adds all of some values to a list, however many: as arguments of `push` they would have to fit the stack. */
export function append<T>(list: T[], more: Iterable<T>): void {
  for (const one of more) list.push(one);
}
