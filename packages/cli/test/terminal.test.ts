import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import picocolors from 'picocolors';
import { progressOn } from '../src/terminal/progress.ts';
import { safeLine, safeText } from '../src/terminal/safe-text.ts';
import { type Screen, screenOn, wantsColours } from '../src/terminal/screen.ts';
import { tableLines } from '../src/terminal/table.ts';

function memoryScreen(isTerminal: boolean): Screen & { readonly written: string[] } {
  const written: string[] = [];
  return {
    written,
    write: (text) => written.push(text),
    isTerminal,
    columns: 20,
    colours: picocolors.createColors(false),
  };
}

/** A clock that goes on by so many milliseconds at each look. */
function clock(step: number): () => Date {
  let time = 0;
  return () => {
    time += step;
    return new Date(time);
  };
}

describe('text from outside', () => {
  test('whatever it holds, what is printed steers no terminal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(safeLine(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        expect(safeText(text).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
    );
  });

  test('plain text is left as it is', () => {
    expect(safeText('Grüße\n日本 🙂')).toBe('Grüße\n日本 🙂');
  });
});

describe('colours', () => {
  test.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  ])('given %j and a terminal: %s, then they are wanted: %s', (env, isTerminal, wanted) => {
    expect(wantsColours(env, isTerminal)).toBe(wanted);
  });
});

describe('the width of a screen', () => {
  test.each([
    [80, 80],
    [0, 100],
    [undefined, 100],
  ])('given a terminal that says %s, then it is %d', (columns, width) => {
    const stream = {
      isTTY: true,
      write: () => true,
      on: () => stream,
      ...(columns === undefined ? {} : { columns }),
    };
    expect(screenOn(stream, {}).columns).toBe(width);
  });
});

describe('progress', () => {
  test('given a terminal, then one line is redrawn, cut to the width, and taken away at the end', () => {
    const screen = memoryScreen(true);
    const progress = progressOn(screen, clock(1000));
    progress.update('1 of 40 API groups read, and more');
    progress.note('! a note');
    progress.update('2');
    progress.finish();
    const clear = '\r\u001b[K';
    expect(screen.written).toEqual([`${clear}1 of 40 API groups `, clear, '! a note\n', `${clear}2`, clear]);
  });

  test('given a terminal and many updates at once, then few are drawn', () => {
    const screen = memoryScreen(true);
    const progress = progressOn(screen, clock(1));
    for (let index = 0; index < 160; index += 1) progress.update(String(index));
    expect(screen.written).toHaveLength(2);
  });

  test('given no terminal, then a line is written now and then, and nothing is redrawn', () => {
    const screen = memoryScreen(false);
    const progress = progressOn(screen, clock(1000));
    for (let index = 1; index <= 25; index += 1) progress.update(`${index} read`);
    progress.finish();
    expect(screen.written).toEqual(['10 read\n', '20 read\n']);
  });
});

describe('tables', () => {
  test('columns are as wide as their widest cell, numbers stand right, no line ends in blanks', () => {
    const lines = tableLines([
      [{ text: 'a' }, { text: '7 operations', align: 'right' }, { text: '' }],
      [{ text: 'longer' }, { text: '12 operations', align: 'right' }, { text: 'x' }],
      [{ text: 'last' }, { text: 'a reason that is as long as it likes' }],
    ]);
    expect(lines).toEqual([
      'a         7 operations',
      'longer   12 operations   x',
      'last     a reason that is as long as it likes',
    ]);
  });

  test('whatever stands in the cells, a line holds all of it in order', () => {
    const cell = fc.record({ text: fc.string(), align: fc.constantFrom('left' as const, 'right' as const) });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 5 }), (rows) => {
        const lines = tableLines(rows);
        for (const [index, row] of rows.entries()) {
          const bare = (text: string) => text.replaceAll(' ', '');
          expect(bare(lines[index] ?? '')).toBe(bare(row.map(({ text }) => text).join('')));
        }
      }),
    );
  });
});

describe('a screen whose reader went away', () => {
  test('given EPIPE, then what follows is dropped; given another error, then it is not hidden', () => {
    const listeners: ((error: NodeJS.ErrnoException) => void)[] = [];
    const written: string[] = [];
    const stream = {
      write: (text: string) => written.push(text),
      on: (_event: 'error', listener: (error: NodeJS.ErrnoException) => void) => listeners.push(listener),
    };
    const screen = screenOn(stream, {});
    const fail = (code: string) => () => listeners[0]?.(Object.assign(new Error(code), { code }));
    screen.write('before');
    expect(fail('EPIPE')).not.toThrow();
    screen.write('after');
    expect(written).toEqual(['before']);
    expect(fail('EIO')).toThrow('EIO');
  });
});
