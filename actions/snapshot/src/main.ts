import * as core from '@actions/core';
import { keepHeapSmall } from '@xano-specs/core';
import { run } from './run.ts';

keepHeapSmall();
process.exitCode = await run({
  env: process.env,
  readInput: (name) => core.getInput(name),
  mask: core.setSecret,
  now: () => new Date(),
});
