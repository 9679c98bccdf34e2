/** A cell: what it says, and how it is coloured once its width is known. */
export interface Cell {
  readonly text: string;
  readonly paint?: (text: string) => string;
  /** Numbers stand to the right. */
  readonly align?: 'left' | 'right';
}

const GAP = '   ';

/** Lines of cells in columns, each as wide as its widest cell; nothing is padded at the end of a line. */
export function tableLines(rows: readonly (readonly Cell[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    // The last cell of a row may be as long as it likes.
    for (const [index, { text }] of row.slice(0, -1).entries()) {
      widths[index] = Math.max(widths[index] ?? 0, widthOf(text));
    }
  }
  return rows.map((row) => {
    const end = row.findLastIndex(({ text }) => text !== '');
    return row
      .slice(0, end + 1)
      .map((cell, index) =>
        index === end && cell.align !== 'right' ? painted(cell, cell.text) : padded(cell, widths[index] ?? 0),
      )
      .join(GAP);
  });
}

function padded(cell: Cell, width: number): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(cell.text)));
  const shown = painted(cell, cell.text);
  return cell.align === 'right' ? space + shown : shown + space;
}

function painted({ paint }: Cell, text: string): string {
  return paint === undefined || text === '' ? text : paint(text);
}

function widthOf(text: string): number {
  return [...text].length;
}
