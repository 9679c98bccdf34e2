import base from '../../../../jest.base.js';

/** Run by `npm run test:browser` alone: these tests need a Chromium. */
export default {
  ...base,
  testMatch: ['<rootDir>/*.browser.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  maxWorkers: 1,
};
