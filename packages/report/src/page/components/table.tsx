import type { ComponentChildren } from 'preact';

/** A column of a table: its title, and what it shows of a row. */
export interface Column<Row> {
  readonly title: string;
  /** Whether the title is there only for those who listen. */
  readonly isTitleUnseen?: boolean;
  /** Whether what it shows names the row. */
  readonly isName?: boolean;
  /** Whether it is left out in a narrow window. */
  readonly isWideOnly?: boolean;
  /** How wide it is and where its text stands: the ending of its class. */
  readonly look?: 'number' | 'version' | 'balance' | 'last' | 'when';
  readonly cell: (row: Row) => ComponentChildren;
}

/** Rows that belong together, under a title of their own where they have one. */
export interface TablePart<Row> {
  readonly title?: ComponentChildren;
  readonly rows: readonly Row[];
}

/** A table with a head and parts of rows. */
export function Table<Row>({
  columns,
  parts,
  keyOf,
  isChosen = () => false,
}: {
  readonly columns: readonly Column<Row>[];
  readonly parts: readonly TablePart<Row>[];
  readonly keyOf: (row: Row) => string | number;
  readonly isChosen?: (row: Row) => boolean;
}) {
  return (
    <table class="list">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.title} scope="col" class={classOf(column)}>
              {column.isTitleUnseen ? <span class="unseen">{column.title}</span> : column.title}
            </th>
          ))}
        </tr>
      </thead>
      {parts.map(({ title, rows }, index) => (
        <tbody key={index}>
          {title !== undefined && (
            <tr class="part-row">
              <th class="part-title" colSpan={columns.length} scope="rowgroup">
                {title}
              </th>
            </tr>
          )}
          {rows.map((row) => (
            <tr key={keyOf(row)} class={isChosen(row) ? 'chosen' : undefined}>
              {columns.map((column) =>
                column.isName ? (
                  <th key={column.title} scope="row" class={classOf(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.title} class={classOf(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function classOf<Row>({ look, isWideOnly }: Column<Row>): string | undefined {
  const names = [look === undefined ? '' : `column-${look}`, isWideOnly ? 'wide-only' : ''];
  return names.filter((name) => name !== '').join(' ') || undefined;
}
