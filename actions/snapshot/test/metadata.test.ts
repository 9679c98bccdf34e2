import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { load } from 'js-yaml';
import { type ActionMetadata, withTables } from '../../../scripts/action-readme.ts';
import { INPUT_NAMES, inputSchema } from '../src/inputs.ts';
import { OUTPUTS } from '../src/outputs.ts';

const file = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const action = load(file('action.yml')) as Required<ActionMetadata> & {
  runs: Record<string, string>;
};

/** A text without what the formatter does to its tables. */
const unaligned = (text: string) => text.replace(/ +/g, ' ').replace(/-{3,}/g, '---');

describe('action.yml says what the code does', () => {
  test('it has the inputs of the schema, in its order and in its words', () => {
    const described = INPUT_NAMES.map((name) => [name, inputSchema.shape[name].description]);
    expect(Object.entries(action.inputs).map(([name, input]) => [name, input.description])).toEqual(
      described,
    );
  });

  test.each(INPUT_NAMES.filter((name) => name !== 'token'))(
    'its default of %s means what the schema says',
    (name) => {
      const schema = inputSchema.shape[name];
      expect(schema.parse(action.inputs[name]?.default)).toEqual(schema.parse(undefined));
    },
  );

  test('the token is the one of the job unless another is given', () => {
    expect(action.inputs.token?.default).toBe(['$', '{{ github.token }}'].join(''));
  });

  test('no input is required by the runner, which would only warn', () => {
    expect(Object.values(action.inputs).filter(({ required }) => required === true)).toEqual([]);
  });

  test('it has the outputs of the code', () => {
    const described = Object.entries(action.outputs).map(([name, { description }]) => [name, description]);
    expect(Object.fromEntries(described)).toEqual(OUTPUTS);
  });

  test('it runs the committed bundle with Node 24', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js' });
  });
});

describe('the README', () => {
  test('has the tables that are made of action.yml', () => {
    expect(unaligned(withTables(file('README.md'), action))).toBe(unaligned(file('README.md')));
  });

  test.each(['snapshot', 'snapshot-pull-request'])(
    'shows the workflow %s of the examples, word for word',
    (name) => {
      const example = file(`../../examples/${name}.yml`);
      const workflow = example.replace(/^ *#.*\n/gm, '').trim();
      expect(file('README.md')).toContain(workflow);
    },
  );

  test.each(['README.md', '../../README.md', '../../examples/pr-diff-live.yml'])(
    'gives a job, in %s, the time that reading Xano (30 minutes) and waiting for GitHub (10) may take',
    (path) => {
      const minutes = /timeout-minutes: (\d+)/.exec(file(path))?.[1];
      // A job that is ended before the run ends by itself commits nothing of what it read.
      expect(Number(minutes)).toBeGreaterThan(40);
    },
  );
});
