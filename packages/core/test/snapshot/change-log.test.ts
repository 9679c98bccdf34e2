import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changeLogWriter, type DocumentChange, placeKey, placeOf, sectionHash } from '../../src/index.ts';
import { insertSection, LONGEST_CHANGE_LOG } from '../../src/snapshot/change-log/insert.ts';
import { withoutSections } from '../../src/snapshot/change-log/own-sections.ts';
import { changeLogSection, type LoggedChange } from '../../src/snapshot/change-log/section.ts';
import { type GroupSpec, group } from './account.ts';

const AT = new Date('2026-11-25T14:03:59Z');

function change(spec: GroupSpec, more: Partial<DocumentChange> = {}): DocumentChange {
  const path = `shop/workspace-1/group-${spec.id}.json`;
  return {
    key: placeKey(placeOf(group(spec))),
    group: group(spec),
    status: 'changed',
    path,
    previousPath: path,
    previousVersion: '1.4.2',
    version: '1.4.3',
    isPutBack: false,
    isAsLeft: () => true,
    readBefore: async () => null,
    readAfter: async () => null,
    ...more,
  };
}

const MARKER = '<!-- xano-specs: the newest changes go below this line -->';

/** Marks what was escaped. */
const asMarkdown = (text: string) => `⟨${text}⟩`;
const bare = (text: string) => text;

const section = (
  documents: readonly DocumentChange[],
  changes: Readonly<Record<number, readonly LoggedChange[]>> = {},
  escaping = bare,
) => {
  const byKey = new Map(
    Object.entries(changes).map(([id, lines]) => [placeKey(placeOf(group({ id: Number(id) }))), lines]),
  );
  return changeLogSection(documents, {
    at: AT,
    changesOf: (key) => byKey.get(key) ?? [],
    asMarkdown: escaping,
  });
};

describe('a section of the change log', () => {
  test('says when, how much and what breaks, then each API group with what changed in it', () => {
    const text = section(
      [
        change({ id: 1 }, { version: '2.0.0' }),
        change({ id: 2 }),
        change({ id: 3 }, { status: 'added', previousPath: null, previousVersion: null, version: '1.0.0' }),
        change({ id: 4 }, { status: 'removed', path: null, version: null }),
        change({ id: 5 }, { status: 'renamed', previousPath: 'shop/old/group-5.json', version: '1.4.2' }),
        change({ id: 6 }, { isPutBack: true, version: '1.4.2' }),
      ],
      {
        1: [
          { word: 'breaks', text: '`price` became text' },
          { word: 'adds', text: '`GET /book`: an operation is new' },
        ],
      },
    );
    expect(text).toBe(`## 2026-11-25 14:03 UTC

3 API groups changed, 1 added, 1 renamed, 1 removed, 1 breaks

- **Workspace 1 / Group 1** 1.4.2 → 2.0.0
  - breaks: \`price\` became text
  - adds: \`GET /book\`: an operation is new
- **Workspace 1 / Group 2** 1.4.2 → 1.4.3
- **Workspace 1 / Group 3** 1.0.0, new
- **Workspace 1 / Group 4** 1.4.2, removed
- **Workspace 1 / Group 5** 1.4.2, moved from \`shop/old/group-5.json\`
- **Workspace 1 / Group 6** 1.4.2, put back as Xano has it`);
  });

  test('given groups of several instances and branches, says in which each stands', () => {
    const text = section([change({ id: 1, branch: 'v2' }), change({ id: 1, instance: 'bank' })]);
    expect(text).toContain('- **SHOP / Workspace 1 / v2 / Group 1** 1.4.2 → 1.4.3');
    expect(text).toContain('- **BANK / Workspace 1 / Group 1** 1.4.2 → 1.4.3');
  });

  test('given names that begin and end with spaces, or are nothing else, keeps them bold', () => {
    const text = section([change({ id: 1, name: ' Public ', workspaceName: ' ' })]);
    expect(text).toContain('- **(no name) / Public** 1.4.2 → 1.4.3');
  });

  test('lets no text from outside through unescaped', () => {
    const hostile = '<img src=x>\n## 1999 @ada';
    const text = section(
      [
        change(
          { id: 1, name: hostile, workspaceName: hostile, branch: hostile },
          { previousPath: 'shop/old/group-1.json' },
        ),
      ],
      {},
      asMarkdown,
    );
    expect(text.replaceAll(`⟨${hostile}⟩`, 'x')).toContain(
      '- **x / x / x** 1.4.2 → 1.4.3, moved from ⟨`shop/old/group-1.json`⟩',
    );
    const [lines] = [section([change({ id: 1 })], { 1: [{ word: 'adds', text: hostile }] }, asMarkdown)];
    expect(lines).toContain(`  - ⟨adds⟩: ⟨${hostile}⟩`);
  });

  test('given more than it lists, counts the rest and stays within its length', () => {
    const lines = Array.from({ length: 30 }, (_, index) => ({
      word: 'notes',
      text: `${index} ${'x'.repeat(900)}`,
    }));
    const documents = Array.from({ length: 900 }, (_, index) => change({ id: index + 1 }));
    const text = section(documents, Object.fromEntries(documents.map((_, index) => [index + 1, lines])));
    expect(text).toContain('  - and 10 more');
    expect(text.split('\n').at(-1)).toMatch(/^- and \d+ API groups more$/);
    expect(text.length).toBeLessThan(70_000);
  });

  test('given a long text, cuts it and leaves no backtick open', () => {
    const text = section([change({ id: 1 })], {
      1: [{ word: 'adds', text: `\`${'x'.repeat(900)}\` is new` }],
    });
    expect(text).toMatch(/ - adds: `x{298}`…$/);
  });
});

describe('putting a section into a change log', () => {
  const NEW = '## 2026-11-25 14:03 UTC\n\n1 API group changed';

  test('given none, begins one that says what it is', () => {
    const { text, archived } = insertSection(null, NEW, null);
    expect(text).toMatch(/^# API changes\n\nWhat changed in the API groups of Xano, newest first\./);
    expect(text.endsWith(`below this line -->\n\n${NEW}\n`)).toBe(true);
    expect(archived).toBeNull();
  });

  test.each([
    ['a comment', '<!--\n## make the client anew\n-->'],
    ['backticks', '```sh\n## make the client anew\n```'],
    ['backticks around the marker too', `\`\`\`md\n${MARKER}\n## make the client anew\n\`\`\``],
    ['tildes with backticks within', '~~~\n```\n## make the client anew\n~~~~'],
  ])(
    'given none below which it goes, and a heading in what is not shown, %s, goes above the first that is one',
    (_, code) => {
      const before = `# Ours\n\n${code}\n\n## 2026-01-01\n\nold\n`;
      expect(insertSection(before, NEW, null).text).toBe(
        `# Ours\n\n${code}\n\n${NEW}\n\n## 2026-01-01\n\nold\n`,
      );
    },
  );

  test('given one, puts the new section above the older ones', () => {
    const first = insertSection(null, '## one', null).text;
    const { text } = insertSection(first, '## two', null);
    expect(text.indexOf('## two')).toBeLessThan(text.indexOf('## one'));
    expect(text.indexOf('below this line')).toBeLessThan(text.indexOf('## two'));
    expect(text).toContain('\n\n## two\n\n## one\n');
  });

  test.each([
    [
      'an introduction of our own',
      '# Ours\n\nHello.\n\n## 1.0\n\nFirst\n',
      '# Ours\n\nHello.\n\n## two\n\n## 1.0\n\nFirst\n',
    ],
    ['no section yet', '# Ours', '# Ours\n\n## two\n'],
    ['CRLF', '# Ours\r\n\r\n## 1.0\r\n', '# Ours\r\n\r\n## two\r\n\r\n## 1.0\r\n'],
    ['nothing but white space', '\n', expect.stringContaining('# API changes')],
  ])('given %s, keeps it', (_, before, after) => {
    expect(insertSection(before, '## two', null).text).toEqual(after);
  });

  test('whatever people made of it, all of it stays byte for byte around the new section', () => {
    const begun = insertSection(null, '## one', null).text;
    const marker = '<!-- xano-specs: the newest changes go below this line -->';
    const part = fc.oneof(
      fc.constantFrom(
        begun,
        marker,
        '\n',
        '\r\n',
        '## x\n',
        '# y',
        '\n## ',
        ' ',
        marker.slice(0, 20),
        '```\n## z\n```\n',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
        (before) => {
          fc.pre(before.trim() !== '');
          const { text, archived } = insertSection(before, '## two\n\nx', null);
          const at = text.indexOf('## two');
          const added = text.length - before.length;
          const places = Array.from({ length: text.length - added + 1 }, (_, index) => index);
          expect(at).toBeGreaterThanOrEqual(0);
          expect(archived).toBeNull();
          expect(places.some((from) => text.slice(0, from) + text.slice(from + added) === before)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('given one that has grown too long, begins anew and hands on the old text as it is', () => {
    const before = `# Ours\n\n## 1.0\n${'x'.repeat(LONGEST_CHANGE_LOG)}`;
    const { text, archived } = insertSection(before, '## two', 'CHANGELOG-until-2026-11-25.md');
    expect(archived).toBe(before);
    expect(text).toMatch(/^# API changes/);
    expect(text).toContain(
      '## two\n\nOlder changes: [CHANGELOG-until-2026-11-25.md](CHANGELOG-until-2026-11-25.md)\n',
    );
    expect(insertSection(before, '## two', null)).toMatchObject({ archived: null });
  });
});

describe('taking sections out of a change log', () => {
  const own = section([change({ id: 1 })], { 1: [{ word: 'adds', text: 'GET /books' }] });
  const other = own.replace('/books', '/authors');
  const hashes = new Set([sectionHash(own)]);
  const pieces = ['# Ours', '', '## 1.0', other, '- a point of ours', '  - another', MARKER];

  test('given one that was put in, gives back what was there before, byte for byte', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { minLength: 1 }),
        fc.constantFrom('\n', '\r\n'),
        (lines, newline) => {
          const before = `x\n${lines.join('\n')}\n`.replaceAll('\n', newline);
          expect(withoutSections(insertSection(before, own, null).text, hashes)).toBe(before);
        },
      ),
    );
  });

  test('given one in which people changed a byte, leaves it', () => {
    for (const theirs of [other, own.replace('UTC', 'UTC '), own.replace('changed', 'Changed')]) {
      expect(withoutSections(`# Ours\n\n${theirs}\n`, hashes)).toBe(`# Ours\n\n${theirs}\n`);
    }
  });

  test('given a point of theirs right below, takes out what is ours alone', () => {
    expect(withoutSections(`# Ours\n\n${own}\n- tell the app team\n`, hashes)).toBe(
      '# Ours\n- tell the app team\n',
    );
  });

  test('given none of these, gives the text as it is', () => {
    expect(withoutSections(own, new Set())).toBe(own);
    expect(withoutSections('## 2026-11-25 14:03 UTC', hashes)).toBe('## 2026-11-25 14:03 UTC');
  });
});

describe('the change log of a run', () => {
  const writer = changeLogWriter({ at: AT, changesOf: () => null, asMarkdown: bare });
  const read = (files: Readonly<Record<string, string>>) => async (path: string) => files[path] ?? null;

  test('given a document that was not compared, says so', async () => {
    const [file] = await writer([change({ id: 1 })], read({}));
    expect(file?.text).toContain('  - notes: not compared, since more than 500 API groups changed at once');
  });

  test('is one file', async () => {
    expect(await writer([change({ id: 1 })], read({}))).toEqual([
      { path: 'CHANGELOG.md', text: expect.stringContaining('1 API group changed') },
    ]);
  });

  test('that has grown too long goes to a file named after the day, which is never replaced', async () => {
    const long = 'x'.repeat(LONGEST_CHANGE_LOG);
    expect(await writer([change({ id: 1 })], read({ 'CHANGELOG.md': long }))).toEqual([
      { path: 'CHANGELOG-until-2026-11-25.md', text: long },
      {
        path: 'CHANGELOG.md',
        text: expect.stringContaining('Older changes: [CHANGELOG-until-2026-11-25.md]'),
      },
    ]);
    const again = await writer(
      [change({ id: 1 })],
      read({ 'CHANGELOG.md': long, 'CHANGELOG-until-2026-11-25.md': 'older' }),
    );
    expect(again).toEqual([{ path: 'CHANGELOG.md', text: expect.stringContaining(long) }]);
  });
});
