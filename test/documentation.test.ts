import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ROOT, repositoryFiles, text } from './repository.ts';

const pages = repositoryFiles().filter((file) => file.endsWith('.md'));

/** The targets of the links of a page that lead into the repository; code is no link. */
function localLinks(markdown: string): string[] {
  const prose = markdown.replace(/^```[\s\S]*?^```|`[^`\n]*`(?!\])/gm, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/i.test(target));
}

/** The anchors that GitHub gives a page's headings. */
function anchorsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );
}

describe('the pages', () => {
  test('given every link into the repository, then its file is there, and so is its heading', () => {
    const broken = pages.flatMap((page) =>
      localLinks(text(page))
        .filter((target) => {
          const [path = '', anchor] = target.split('#');
          const file = path === '' ? page : join(dirname(page), decodeURIComponent(path));
          if (!existsSync(join(ROOT, file))) return true;
          return anchor !== undefined && file.endsWith('.md') && !anchorsOf(text(file)).includes(anchor);
        })
        .map((target) => `${page}: ${target}`),
    );

    expect(pages).toContain('docs/architecture.md');
    expect(broken).toStrictEqual([]);
  });

  test('given a page with links in every place, then just those of its prose are looked at', () => {
    const page = '[a](b.md) [`c`](d.ts#e) [f](https://g.example)\n```\n[h](i.md)\n```\n`[j](k.md)` [l](#m)';

    expect(localLinks(page)).toStrictEqual(['b.md', 'd.ts#e', '#m']);
    expect(anchorsOf('# What is kept, and why?\n## `x` y')).toStrictEqual(['what-is-kept-and-why', 'x-y']);
  });

  test('explain messages in the words in which they are said', () => {
    const [, table = ''] = text('docs/set-up.md').split('## What a message means');
    const rows = table.split('\n').filter((line) => line.startsWith('| ') && line.includes('_'));
    const quoted = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/_([^_]+)_/g)]);
    const words = quoted.flatMap(([, said = '']) => said.split('…').map((part) => part.trim()));
    const sources = repositoryFiles().filter((file) =>
      /^(?:packages|actions)\/[\w-]+\/src\/.*\.ts$/.test(file),
    );
    const said = sources.map(text).join('\n');

    expect(rows.length).toBeGreaterThan(10);
    expect(words.filter((part) => !said.includes(part))).toStrictEqual([]);
  });
});
