import { column, table } from './make.ts';
import type { FakeTable } from './model.ts';

/** Gives the table of the books, which most answers of the shop show. */
export function bookTable(): FakeTable {
  return table('book', [
    column('title', 'text', { description: 'Title as printed on the cover.', required: true }),
    column('isbn', 'text', { description: 'Thirteen digits, without hyphens.' }),
    column('author_id', 'int', { description: 'Table reference to your author table.', required: true }),
    column('price', 'decimal', { description: 'In the currency of the shop.', required: true }),
    column('format', 'enum', { values: ['hardcover', 'paperback', 'ebook', 'audio'], default: 'paperback' }),
    column('pages', 'int', { nullable: true }),
    column('in_stock', 'bool', { default: 'false' }),
    column('published_on', 'date', { nullable: true }),
    column('genres', 'text', { list: true, maxItems: 5 }),
    column('cover', 'image', { nullable: true }),
    column('updated_at', 'timestamp', { nullable: true }),
  ]);
}

/** Gives the table of the authors. */
export function authorTable(): FakeTable {
  return table('author', [
    column('name', 'text', { required: true }),
    column('biography', 'text'),
    column('born_on', 'date', { nullable: true }),
    column('website', 'text', { nullable: true }),
  ]);
}

/** Gives the table of the readers' reviews. */
export function reviewTable(): FakeTable {
  return table('review', [
    column('book_id', 'int', { description: 'Table reference to your book table.', required: true }),
    column('account_id', 'int', { description: 'Table reference to your account table.' }),
    column('stars', 'int', { description: 'From 1 to 5.', required: true, default: '0' }),
    column('text', 'text'),
    column('verified_purchase', 'bool', { default: 'false' }),
  ]);
}

/** Gives the table of the orders. */
export function orderTable(): FakeTable {
  return table('order', [
    column('account_id', 'int', { description: 'Table reference to your account table.' }),
    column('status', 'enum', { values: ['open', 'paid', 'sent', 'returned'], default: 'open' }),
    column('total', 'decimal', { default: '0' }),
    column('ship_to', 'json', { nullable: true }),
    column('paid_at', 'timestamp', { nullable: true }),
    column('tracking_id', 'uuid', { nullable: true }),
  ]);
}

/** Gives the table of the lines of the orders. */
export function orderLineTable(): FakeTable {
  return table('order_line', [
    column('order_id', 'int', { description: 'Table reference to your order table.' }),
    column('book_id', 'int', { description: 'Table reference to your book table.', required: true }),
    column('quantity', 'int', { required: true, default: '1' }),
    column('unit_price', 'decimal'),
  ]);
}

/** Gives the table of the accounts; the password stays inside. */
export function accountTable(): FakeTable {
  return table('account', [
    column('name', 'text', { required: true }),
    column('email', 'email', { required: true }),
    column('password', 'password', { internal: true, required: true }),
    column('role', 'enum', { values: ['reader', 'seller', 'admin'], default: 'reader' }),
    column('newsletter', 'bool', { default: 'false' }),
    column('last_seen_at', 'timestamp', { nullable: true, default: 'now' }),
  ]);
}

/** Gives the table of the invoices, in the second instance. */
export function invoiceTable(): FakeTable {
  return table('invoice', [
    column('number', 'text', { required: true }),
    column('amount', 'decimal', { required: true }),
    column('currency', 'enum', { values: ['EUR', 'USD', 'GBP'], default: 'EUR' }),
    column('due_on', 'date', { nullable: true, default: 'today' }),
    column('paid', 'bool', { default: 'false' }),
  ]);
}
