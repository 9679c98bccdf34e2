import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { terminalSvg } from '../demo/terminal-svg.ts';
import { filesOf, git } from './support/folders.ts';

const ROOT = join(import.meta.dirname, '..');

function playDemo(): Promise<{ readonly status: number | null; readonly printed: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['demo/demo.ts'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
      });
    }
    child.once('close', (status) => resolve({ status, printed }));
  });
}

describe('the demo', () => {
  test('given nothing, then it ends well, shows the commit and the report, and leaves a repository, a page and a site to look at', async () => {
    const { status, printed } = await playDemo();
    const [, folder = ''] = /^The repository is in (.+)$/m.exec(printed) ?? [];
    try {
      expect(status).toBe(0);
      expect(printed).toContain('$ xano-specs diff HEAD~1:specs HEAD:specs\n✗ ');
      expect(printed).toMatch(/^\d+ breaking changes?, \d+ safe changes? \(/m);
      expect(printed).toMatch(/public-api\.json +\| +\d+/);
      expect(git(folder, 'log', '--format=%s').trim().split('\n')).toEqual([
        'specs: 2 API groups changed',
        'specs: first snapshot',
      ]);
      expect(git(folder, 'status', '--porcelain')).toBe('?? report.html\n?? site/\n');
      const files = await filesOf(folder);
      expect(Object.keys(files).filter((path) => !path.startsWith('site/'))).toHaveLength(5);
      expect(printed).toContain(`The page is ${folder}/report.html\n`);
      expect(files['report.html']).toMatch(/^<!doctype html>/);
      expect(printed).toContain(`The site is ${folder}/site/index.html\n`);
      expect(files['site/index.html']).toMatch(/^<!doctype html>/);
    } finally {
      if (folder.includes('xano-specs-demo-')) await rm(folder, { recursive: true, force: true });
    }
  });
});

describe('the picture of a terminal', () => {
  test('given coloured text, then each run of characters has its place and its colour, and markup is text', () => {
    const svg = terminalSvg(
      '\u001b[31m\u001b[1mab\u001b[22m c\u001b[39m <&"\n\n\u001b[2md\u001b[0m',
      'title',
      10,
    );
    const texts = [
      ...svg.matchAll(/<text(?: class="([^"]*)")? x="([\d.]+)" y="(\d+)"[^>]*>([^<]*)<\/text>/g),
    ];
    expect(texts.slice(1).map(([, style, x, y, text]) => [style, x, y, text])).toEqual([
      ['red bold', '18', '48', 'ab'],
      ['red', '33.6', '48', ' c'],
      [undefined, '49.2', '48', ' &lt;&amp;&quot;'],
      ['dim', '18', '86', 'd'],
    ]);
  });
});
