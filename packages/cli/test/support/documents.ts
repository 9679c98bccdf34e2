/** A document with one operation, `GET /book`, whose answer has these properties. */
export function bookDocument(properties: Readonly<Record<string, unknown>>): string {
  const schema = { type: 'object', required: Object.keys(properties), properties };
  const ok = { description: 'Done', content: { 'application/json': { schema } } };
  return `${JSON.stringify(
    {
      openapi: '3.0.3',
      info: { title: 'Shop', version: '1.0.0' },
      paths: { '/book': { get: { responses: { 200: ok } } } },
    },
    null,
    2,
  )}\n`;
}

export const NUMBER_PRICE = bookDocument({ id: { type: 'integer' }, price: { type: 'number' } });
export const TEXT_PRICE = bookDocument({ id: { type: 'integer' }, price: { type: 'string' } });
export const MORE_PROPERTIES = bookDocument({
  id: { type: 'integer' },
  price: { type: 'number' },
  title: { type: 'string' },
});
