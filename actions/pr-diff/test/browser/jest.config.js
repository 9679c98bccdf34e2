import base from '../../../../jest.base.js';

/** Run by `npm run test:browser` alone: these tests need a Chromium. */
export default {
  ...base,
  testMatch: ['<rootDir>/*.browser.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  // Documents with names of a megabyte take a while to compare.
  testTimeout: 180_000,
  maxWorkers: 1,
};
