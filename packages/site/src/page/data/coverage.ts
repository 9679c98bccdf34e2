/** How much is described, in whole percent; null where there is nothing to describe. Only all is all. */
export function percentOf({
  parts,
  described,
}: {
  readonly parts: number;
  readonly described: number;
}): number | null {
  return parts === 0 ? null : Math.floor((described / parts) * 100);
}
