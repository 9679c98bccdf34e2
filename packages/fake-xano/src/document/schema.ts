import type { FakeColumn, FakeShape, FakeTable } from '../account/model.ts';

/** A schema as Xano writes it: inlined, its keys in Xano's order. */
export type Schema = Record<string, unknown>;

const TYPES: Readonly<Record<FakeColumn['type'], Schema>> = {
  int: { type: 'integer', format: 'int64' },
  decimal: { type: 'number' },
  text: { type: 'string' },
  bool: { type: 'boolean' },
  // Sent as milliseconds since 1970.
  timestamp: { type: 'number', format: 'timestamptz' },
  date: { type: 'string', format: 'date' },
  enum: { type: 'string' },
  email: { type: 'string', format: 'email' },
  password: { type: 'string', format: 'password' },
  uuid: { type: 'string', format: 'uuid' },
  json: { type: 'object' },
  image: { type: 'object' },
  file: { type: 'string', format: 'binary' },
};

const IMAGE_FIELDS: readonly FakeColumn[] = [
  { name: 'access', type: 'enum', values: ['public', 'private'], default: 'public' },
  { name: 'path', type: 'text' },
  { name: 'name', type: 'text' },
  { name: 'type', type: 'text' },
  { name: 'size', type: 'int' },
  { name: 'mime', type: 'text' },
];

/** Gives the schema of one column: type, format, description, enum, nullable, default, in this order. */
export function columnSchema(column: FakeColumn): Schema {
  if (column.list) {
    const { list: _, minItems, maxItems, nullable, default: fallback, ...item } = column;
    return {
      type: 'array',
      items: columnSchema(item),
      ...(minItems === undefined ? {} : { minItems }),
      ...(maxItems === undefined ? {} : { maxItems }),
      ...(nullable ? { nullable } : {}),
      ...(fallback === undefined ? {} : { default: fallback }),
    };
  }
  return {
    ...TYPES[column.type],
    description: column.description ?? '',
    ...(column.type === 'image' ? { properties: propertiesOf(IMAGE_FIELDS) } : {}),
    ...(column.values === undefined ? {} : { enum: column.values }),
    ...(column.nullable ? { nullable: true } : {}),
    ...(column.default === undefined ? {} : { default: column.default }),
  };
}

/** Gives the `properties` of an object with these columns. */
export function propertiesOf(columns: readonly FakeColumn[]): Schema {
  return Object.fromEntries(columns.map((column) => [column.name, columnSchema(column)]));
}

/** Gives the columns of a table, or throws when the branch has no such table. */
export function columnsOf(tables: readonly FakeTable[], name: string): FakeColumn[] {
  const table = tables.find((candidate) => candidate.name === name);
  if (table === undefined) throw new Error(`This branch has no table "${name}".`);
  return table.columns;
}

/** Gives the schema of an answer, with every table inlined and nothing `required`. */
export function shapeSchema(shape: FakeShape, tables: readonly FakeTable[]): Schema {
  switch (shape.kind) {
    case 'record': {
      const omitted = new Set(shape.omit);
      const columns = columnsOf(tables, shape.table).filter(
        (column) => !column.internal && !omitted.has(column.name),
      );
      return objectSchema(columns, shape.addons, tables);
    }
    case 'object':
      return objectSchema(shape.fields, shape.addons, tables);
    case 'list':
      return { type: 'array', items: shapeSchema(shape.of, tables) };
    case 'page':
      return objectSchema(
        [
          { name: 'itemsReceived', type: 'int' },
          { name: 'curPage', type: 'int' },
          { name: 'nextPage', type: 'int', nullable: true },
          { name: 'prevPage', type: 'int', nullable: true },
          { name: 'offset', type: 'int' },
          { name: 'perPage', type: 'int' },
        ],
        { items: { kind: 'list', of: shape.of } },
        tables,
      );
    case 'empty':
      return { type: 'object', properties: {} };
  }
}

function objectSchema(
  columns: readonly FakeColumn[],
  addons: Readonly<Record<string, FakeShape>> = {},
  tables: readonly FakeTable[],
): Schema {
  const added = Object.entries(addons).map(([name, shape]) => [name, shapeSchema(shape, tables)]);
  return { type: 'object', properties: { ...propertiesOf(columns), ...Object.fromEntries(added) } };
}
