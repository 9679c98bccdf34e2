import base from '../../jest.base.js';

export default { ...base, globalSetup: './test/build-bundle.mjs' };
