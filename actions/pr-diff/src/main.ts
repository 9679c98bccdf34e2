import { readFile } from 'node:fs/promises';
import * as core from '@actions/core';
import { tuneForOneComparison } from '@xano-specs/core/process';
import { run } from './run.ts';

tuneForOneComparison();
process.exitCode = await run({
  env: process.env,
  readInput: (name) => core.getInput(name),
  readFile: (path) => readFile(path, 'utf8'),
  mask: core.setSecret,
  setOutput: core.setOutput,
  command: (lines) => process.stdout.write(lines),
  now: () => new Date(),
});
