import { expect, test } from '@jest/globals';
import { RecentBlobs } from '../../src/contents/recent-blobs.ts';

const MEGABYTE = 1024 * 1024;

test('given more than is kept, then the oldest are read again, and the newest are not', async () => {
  const blobs = new RecentBlobs();
  const read: string[] = [];
  const get = (oid: string) =>
    blobs.get(oid, async () => {
      read.push(oid);
      return new Uint8Array(20 * MEGABYTE);
    });
  for (const oid of ['a', 'b', 'c', 'd', 'd', 'c', 'a']) await get(oid);
  expect(read).toEqual(['a', 'b', 'c', 'd', 'a']);
});
