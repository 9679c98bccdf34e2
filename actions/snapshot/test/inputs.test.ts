import { describe, expect, test } from '@jest/globals';
import { InputError } from '../src/errors.ts';
import { type InputName, readInputs } from '../src/inputs.ts';

const read = (inputs: Partial<Record<InputName, string>>) =>
  readInputs((name) => inputs[name] ?? (name === 'token' ? 'ghs_1' : ''));

describe('reading the inputs', () => {
  test('given nothing but the token, takes the defaults', () => {
    expect(read({})).toMatchObject({
      directory: 'specs',
      branch: '',
      'dry-run': false,
      'max-removed': 10,
      format: 'json',
      'master-url': 'https://app.xano.com',
      groups: [],
    });
  });

  test.each([
    ['one a line', 'Public API\n  Private API  \n\n'],
    ['separated by commas', 'Public API, Private API,'],
  ])('given names %s, takes each', (_how, groups) => {
    expect(read({ groups }).groups).toEqual(['Public API', 'Private API']);
  });

  test('given the branch of the pull request as a whole ref, takes its name', () => {
    const inputs = read({ 'pull-request-branch': 'refs/heads/api/snapshot' });
    expect(inputs['pull-request-branch']).toBe('api/snapshot');
  });

  test.each(['HEAD', '@', 'xano\u200bspecs'])(
    'given %j as a branch, says that git does not take it',
    (name) => {
      expect(() => read({ 'pull-request-branch': name })).toThrow(
        /which git does not take as the name of a branch/,
      );
    },
  );

  test('given a glob with braces, leaves it whole', () => {
    expect(read({ groups: '{Public,Private} API, Billing' }).groups).toEqual([
      '{Public,Private} API',
      'Billing',
    ]);
  });

  test.each([
    ['./api/specs/', 'api/specs'],
    ['/specs', 'specs'],
    ['.', ''],
    ['./', ''],
    ['..specs', '..specs'],
  ])('given the directory %j, takes %j', (given, taken) => {
    expect(read({ directory: given }).directory).toBe(taken);
  });

  test.each(['../specs', 'a/../b', 'a//b', '.git', 'a/.GIT/b', 'a\\b', 'a\u0000b', 'a\nb'])(
    'given the directory %j, refuses it',
    (directory) => {
      expect(() => read({ directory })).toThrow(/directory must be a folder/);
    },
  );

  test('given True or any, takes them as people write them', () => {
    expect(read({ 'dry-run': 'True', 'max-removed': 'Any' })).toMatchObject({
      'dry-run': true,
      'max-removed': Number.POSITIVE_INFINITY,
    });
  });

  test('given several that can not be used, names each of them and why', () => {
    const wrong = { 'dry-run': 'perhaps', 'max-removed': '-1', 'master-url': 'app', format: 'xml' };
    const attempt = () => read(wrong);
    expect(attempt).toThrow(InputError);
    expect(attempt).toThrow(/dry-run is "perhaps"; write true or false/);
    expect(attempt).toThrow(/max-removed is "-1"; write a whole number, or any/);
    expect(attempt).toThrow(/master-url is "app", which is no URL/);
    expect(attempt).toThrow(/format is "xml"; write json or yaml/);
  });

  test.each([
    'bob:hunter22@app.xano.com',
    'https://bob:hunter22@app.xano.com',
    'https://bob:hunt er22@x',
    'https://bob:hunt/er22@x',
  ])('given an address with a password (%#), says so and does not print it', (address) => {
    const attempt = () => read({ 'master-url': address });
    expect(attempt).toThrow(/master-url holds an @; write an address without a user and a password/);
    expect(attempt).not.toThrow(/hunt/);
  });

  test('given an empty token, says so', () => {
    expect(() => read({ token: '' })).toThrow(/token is empty/);
  });
});
