import { exampleAccount, privateApi, publicApi } from './documented-example.ts';
import { apiGroup, canonicalOf, column, liveBranch, MADE_AT, recordEndpoints } from './make.ts';
import type { FakeAccount, FakeEndpoint, FakeShape, FakeWorkspace } from './model.ts';
import {
  accountTable,
  authorTable,
  bookTable,
  invoiceTable,
  orderLineTable,
  orderTable,
  reviewTable,
} from './tables.ts';

/**
 * Gives the default account: the instances, the workspace and the groups of Xano's own
 * example, grown into a book shop, and a billing group in the second instance. Six
 * operations and more show the same book, as happens in Xano, where nothing is shared
 * in a document and everything is shared behind it.
 *
 * With `leaks`, one default and one description hold what should not be in a document.
 */
export function bookShop(options: { readonly leaks?: boolean } = {}): FakeAccount {
  const account = exampleAccount(
    [bookTable(), authorTable(), reviewTable(), orderTable(), orderLineTable(), accountTable()],
    [
      publicApi({ description: 'What everyone may see of the shop.', endpoints: publicEndpoints() }),
      privateApi({
        description: 'What a signed-in reader may do.',
        endpoints: [...authEndpoints(options.leaks === true), ...orderEndpoints()],
      }),
    ],
  );
  const [explore, starter] = account.instances;
  explore?.workspaces[0]?.branches.push({
    label: 'v1-backup',
    live: false,
    backup: true,
    createdAt: MADE_AT,
    tables: [],
    groups: [],
  });
  starter?.workspaces.push(billing());
  return account;
}

const BOOK: FakeShape = { kind: 'record', table: 'book' };
const BOOK_WITH_AUTHOR: FakeShape = { ...BOOK, addons: { _author: { kind: 'record', table: 'author' } } };
const REVIEW: FakeShape = { kind: 'record', table: 'review', omit: ['account_id'] };

function publicEndpoints(): FakeEndpoint[] {
  return [
    ...recordEndpoints('book', { authenticated: false, paged: true }),
    {
      verb: 'GET',
      path: '/book/{book_id}/reviews',
      summary: 'Reviews of a book, newest first',
      authenticated: false,
      inputs: [
        column('book_id', 'int', { required: true }),
        column('verified_only', 'bool', { default: 'false' }),
        column('sort', 'enum', { values: ['newest', 'stars'], default: 'newest' }),
      ],
      answer: { kind: 'list', of: REVIEW },
    },
    {
      verb: 'GET',
      path: '/search/',
      summary: 'Search books by title, author or ISBN',
      authenticated: false,
      inputs: [
        column('query', 'text', { required: true, description: 'At least three letters.' }),
        column('genres', 'text', { list: true, default: '[]' }),
        column('max_price', 'decimal', { nullable: true, default: '0' }),
      ],
      answer: { kind: 'page', of: BOOK_WITH_AUTHOR },
    },
    {
      verb: 'GET',
      path: '/featured',
      summary: 'Books on the front page',
      authenticated: false,
      inputs: [],
      answer: {
        kind: 'object',
        fields: [column('until', 'timestamp', { nullable: true })],
        addons: { hero: BOOK_WITH_AUTHOR, more: { kind: 'list', of: BOOK } },
      },
    },
    ...recordEndpoints('author', { authenticated: false }),
    {
      // What Xano makes of a second endpoint for the same address.
      verb: 'GET',
      path: '/author/{author_id}/books_0',
      summary: 'Books of an author',
      authenticated: false,
      inputs: [column('author_id', 'int', { required: true })],
      answer: { kind: 'list', of: BOOK },
    },
    {
      verb: 'POST',
      path: '/book/{book_id}/cover',
      summary: 'Upload a cover',
      authenticated: true,
      inputs: [
        column('book_id', 'int', { required: true }),
        column('image', 'file', { required: true }),
        column('alt_text', 'text'),
      ],
      answer: BOOK,
    },
  ];
}

function authEndpoints(leaks: boolean): FakeEndpoint[] {
  const token: FakeShape = { kind: 'object', fields: [column('authToken', 'text')] };
  const email = column('email', 'email', {
    required: true,
    ...(leaks ? { default: 'grace.hopper@book-marketplace.example' } : {}),
  });
  const leakedLink =
    'For example https://files.book-marketplace.example/cover.png?X-Amz-Signature=9f2c41d07be5a6638812cc04deadbeef9f2c41d07be5a6638812cc04deadbeef';
  return [
    {
      verb: 'POST',
      path: '/auth/login',
      summary: 'Login and retrieve an authentication token',
      authenticated: false,
      inputs: [email, column('password', 'password', { required: true })],
      answer: token,
    },
    {
      verb: 'POST',
      path: '/auth/signup',
      summary: 'Signup and retrieve an authentication token',
      authenticated: false,
      inputs: [{ table: 'account', omit: ['id', 'created_at', 'role', 'last_seen_at'] }],
      answer: token,
    },
    {
      verb: 'GET',
      path: '/auth/me',
      summary: 'Get the record belonging to the authentication token',
      authenticated: true,
      inputs: [],
      answer: { kind: 'record', table: 'account' },
    },
    {
      verb: 'PATCH',
      path: '/account/{account_id}',
      summary: 'Edit the own account',
      authenticated: true,
      inputs: [
        column('account_id', 'int', { required: true }),
        column('name', 'text', { nullable: true }),
        column('picture', 'text', { nullable: true, ...(leaks ? { description: leakedLink } : {}) }),
      ],
      answer: { kind: 'record', table: 'account' },
    },
  ];
}

function orderEndpoints(): FakeEndpoint[] {
  const line: FakeShape = { kind: 'record', table: 'order_line', addons: { _book: BOOK } };
  const order: FakeShape = {
    kind: 'record',
    table: 'order',
    addons: { _lines: { kind: 'list', of: line } },
  };
  return [
    {
      verb: 'GET',
      path: '/order',
      summary: 'Orders of the signed-in reader',
      authenticated: true,
      inputs: [
        column('status', 'enum', { values: ['open', 'paid', 'sent', 'returned'], nullable: true }),
        column('page', 'int', { default: '1' }),
      ],
      answer: { kind: 'page', of: { kind: 'record', table: 'order' } },
    },
    {
      verb: 'POST',
      path: '/order',
      summary: 'Order books',
      authenticated: true,
      inputs: [
        column('book_id', 'int', { required: true }),
        column('quantity', 'int', { required: true }),
        column('gift_note', 'text', { nullable: true }),
      ],
      answer: order,
    },
    {
      verb: 'GET',
      path: '/order/{order_id}',
      summary: 'One order with its lines',
      authenticated: true,
      inputs: [column('order_id', 'int', { required: true })],
      answer: order,
    },
    {
      verb: 'POST',
      path: '/order/{order_id}/return',
      summary: 'Send an order back',
      authenticated: true,
      inputs: [
        column('order_id', 'int', { required: true }),
        column('reasons', 'enum', {
          values: ['damaged', 'late', 'other'],
          list: true,
          minItems: 1,
          required: true,
        }),
      ],
      answer: { kind: 'empty' },
    },
    {
      verb: 'POST',
      path: '/review',
      summary: 'Review a book',
      authenticated: true,
      inputs: [{ table: 'review', omit: ['id', 'created_at', 'account_id', 'verified_purchase'] }],
      answer: REVIEW,
    },
    {
      // As in documents seen: the parameter of the path is declared nowhere, and a DELETE has a body.
      verb: 'DELETE',
      path: '/review/{id}',
      summary: 'Take back a review',
      authenticated: true,
      inputs: [column('review_id', 'int')],
      answer: { kind: 'empty' },
    },
  ];
}

function billing(): FakeWorkspace {
  const invoices = recordEndpoints('invoice', { authenticated: true });
  return {
    id: 7,
    name: 'Starter',
    description: '',
    canonical: canonicalOf('Starter'),
    branches: [liveBranch([invoiceTable()], [apiGroup(12, 'Billing', invoices)])],
  };
}
