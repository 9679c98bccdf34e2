import { readFile } from 'node:fs/promises';
import { load } from 'js-yaml';

/** The inputs as the runner hands them over: what is not given comes from action.yml. */
export async function inputVariables(
  metadata: string,
  inputs: Readonly<Partial<Record<string, string>>>,
  githubToken: string,
): Promise<Record<string, string>> {
  const action = load(await readFile(metadata, 'utf8')) as {
    inputs: Record<string, { default: string }>;
  };
  return Object.fromEntries(
    Object.entries(action.inputs).map(([name, { default: byDefault }]) => {
      const value = inputs[name] ?? byDefault.replace(/^\$\{\{ github\.token \}\}$/, githubToken);
      return [`INPUT_${name.toUpperCase()}`, value];
    }),
  );
}

/** The outputs as they stand in the runner's file: a name, a delimiter, and lines up to the delimiter. */
export function outputsIn(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  for (const [, name = '', , value = ''] of text.matchAll(
    /^([^\n]+?)<<(ghadelimiter_[\w-]+)\n([\s\S]*?)\n?\2\n/gm,
  )) {
    outputs[name] = value;
  }
  return outputs;
}
