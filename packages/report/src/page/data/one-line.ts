/** JSON that is written over several lines, on one, as the engine's sentences have it: `{"a": [1, 2]}`. */
export function oneLine(json: string): string {
  // No text within JSON has a line end of its own.
  return json.replace(/,\n\s*/g, ', ').replace(/\n\s*/g, '');
}
