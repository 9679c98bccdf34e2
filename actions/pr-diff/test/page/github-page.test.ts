import { describe, expect, test } from '@jest/globals';
import { githubHtml, rawHtml } from './github-page.ts';
import { piecesOf, structureOf } from './structure.ts';

describe('the model of GitHub’s page', () => {
  test.each([
    ['@octocat', 'mention'],
    ['(@acme/owners)', 'mention'],
    ['#12', 'issue'],
    ['acme/shop#12', 'issue'],
    ['GH-12', 'reference'],
    ['JIRA-12', 'reference'],
    ['GHSA-62hf-57xw-28j9', 'reference'],
    ['deadbeef', 'commit'],
    ['acme/shop@deadbeef', 'commit'],
    [':tada:', 'emoji'],
    ['$x^2$', 'formula'],
    ['$`x`$', 'formula'],
    ['`#ff0000`', 'colour'],
    ['`rgb(1, 2, 3)`', 'colour'],
    ['ftp://evil.example', 'address'],
  ])('given %s, then something of the kind %s is made of it', (markdown, kind) => {
    expect(githubHtml(`so ${markdown}.`)).toContain(`<mark class="${kind}">`);
  });

  test.each(['`@octocat`', '`#12`', '`deadbeef`', '`:tada:`', '`x #ff0000`', '```\n@octocat #12\n```'])(
    'given %s in code, then nothing is made of it',
    (markdown) => {
      expect(githubHtml(markdown)).not.toContain('<mark');
    },
  );

  test.each([
    ['https://evil.example', 'a href=https://evil.example'],
    ['www.evil.example', 'a href=http://www.evil.example'],
    ['a@evil.example', 'a href=null'],
    ['![x](https://evil.example/a.png)', 'img src alt'],
    ['<img src=x>', 'img src'],
    ['x[^1]\n\n[^1]: note', 'section dataFootnotes class=footnotes'],
    ['- [ ] task', 'input type disabled'],
    ['|a|\n|-|', 'table'],
  ])('given %j, then %s is made of it', (markdown, element) => {
    expect(structureOf(githubHtml(markdown)).map((line) => line.trim())).toContain(element);
  });

  test('given what GitHub does not let through, then it shows in what is asked for and not in the page', () => {
    const markdown = '<script>alert(1)</script><b onclick=alert(1)>x</b><!-- x -->';

    expect(structureOf(rawHtml(`x ${markdown}`))).toEqual([
      'p',
      '  script',
      '  b onClick',
      '  <!-- comment -->',
    ]);
    expect(structureOf(githubHtml(`x ${markdown}`))).toEqual(['p', '  b']);
  });

  test('given a folded list, then each item is a piece of its own', () => {
    const html = rawHtml('# x\n\n<details><summary>y</summary>\n\n- a\n- `b`\n\nc\n\n</details>\n\n- d\n- e');

    expect([...piecesOf(html)]).toEqual([
      'h1',
      'details',
      '  summary',
      '  ul',
      '    li',
      '    li\n      code',
      '  p',
      'ul\n  li\n  li',
    ]);
  });
});
