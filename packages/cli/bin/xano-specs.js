#!/usr/bin/env node
/**
 * Starts the command, or says in plain words that this Node is too old for it: an import
 * in the bundle would fail with a stack before a line of it runs.
 */
import module from 'node:module';

const { engines } = module.createRequire(import.meta.url)('../package.json');
const wanted = Number.parseInt(engines.node.replace(/\D*/, ''), 10);
if (Number.parseInt(process.versions.node, 10) < wanted) {
  console.error(
    `xano-specs needs Node ${wanted} or newer, and this is Node ${process.versions.node}.\n` +
      `Install a newer one from https://nodejs.org, or run: npx --package=node@${wanted} --package=xano-specs xano-specs`,
  );
  process.exitCode = 2;
} else {
  module.enableCompileCache?.();
  await import('../dist/main.js');
}
