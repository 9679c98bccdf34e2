import { describe, expect, test } from '@jest/globals';
import { sameMedia } from '../src/page/data/media.ts';
import type { ReferenceMedia } from '../src/page-data.ts';
import { plainWords } from '../src/reference/plain-words.ts';

describe('a description', () => {
  test('given the two tags that Xano writes into each, then breaks are breaks and bold is plain', () => {
    expect(plainWords('Get it\n<br /><br />\n<b>Authentication:</b> required')).toBe(
      'Get it\n\nAuthentication: required',
    );
  });

  test('given a description that begins with the summary again, then it begins behind it', () => {
    expect(plainWords('Get it\n<br />\n<b>Authentication:</b> no', 'Get it ')).toBe('Authentication: no');
    expect(plainWords('Get it all', 'Get it')).toBe('Get it all');
    expect(plainWords('Get it', 'Get it')).toBe('');
  });

  test('given any other tag, then it is text', () => {
    const text = '<script>alert(1)</script> <br onclick=x> <bold> a < b';
    expect(plainWords(text)).toBe(text);
    expect(plainWords('<<b>script>')).toBe('<script>');
  });
});

describe('the media types of a body', () => {
  test('given some of one schema, then they share it, and others stand by themselves', () => {
    const content: ReferenceMedia[] = [
      ['application/json', { type: 'object' }],
      ['text/plain', null],
      ['multipart/form-data', { type: 'object' }],
    ];
    expect(sameMedia(content)).toEqual([
      { types: 'application/json, multipart/form-data', schema: { type: 'object' } },
      { types: 'text/plain', schema: null },
    ]);
  });
});
