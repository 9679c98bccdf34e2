import base from '../../jest.base.js';

export default { ...base, globalSetup: '<rootDir>/test/build-command.mjs' };
