import { InvalidArgumentError } from 'commander';

/**
 * The value of an option. An empty one is what a shell makes of a variable that is not set: taken at its
 * word, it would name the working directory, or a group that has no name.
 * @throws InvalidArgumentError when it is empty
 */
export function notEmpty(value: string): string {
  if (value === '') throw new InvalidArgumentError('It is empty: is a variable not set?');
  return value;
}
