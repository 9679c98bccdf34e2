import type { Finding, PathStep } from '../compare/finding.ts';
import { code } from '../compare/words.ts';

/** What a check's phrases may speak of. Every text of a document that comes out of here is a safe code span. */
export interface Words {
  /** "`POST /order`", "webhook `paid`", or "the API" for what belongs to no operation. */
  readonly operation: string;
  /** The place in words: "the request body". */
  readonly place: string;
  /** "a request", "a response" or "the API": the place when the operations are left out. */
  readonly somewhere: string;
  /** The part that changed: "`price`", "each item of `lines`"; the place itself at the top. */
  readonly part: string;
  /** " in a response" where the part is not the whole place, else nothing: for after the part's verb. */
  readonly inside: string;
  /** One of the finding's args as a code span; an id that asks for one it was not given is a bug and throws. */
  readonly name: (arg: string) => string;
  /** The same as it is, for args that are in words already ("a number", "text in the format `uuid`"). */
  readonly text: (arg: string) => string;
  /** Whether the finding has this arg. */
  readonly has: (arg: string) => boolean;
}

/** A phrase asked for an arg that its finding does not carry. */
export class MissingArgError extends Error {
  readonly code = 'MISSING_ARG';
  override readonly name = 'MissingArgError';
  readonly hint = 'The rule that makes the finding and the check that words it must agree on the args.';

  constructor(id: string, arg: string) {
    super(`The check ${id} has no arg ${arg} to put into its message`);
  }
}

/** The words of one finding. */
export function wordsOf(finding: Finding): Words {
  const arg = (key: string): string => {
    if (!Object.hasOwn(finding.args, key)) throw new MissingArgError(finding.id, key);
    return finding.args[key] ?? '';
  };
  return {
    operation: operationWords(finding),
    place: finding.place.label,
    somewhere: somewhereOf(finding),
    part: finding.path.length === 0 ? finding.place.label : pathWords(finding.path),
    inside: finding.path.length === 0 ? '' : ` in ${somewhereOf(finding)}`,
    name: (key) => code(arg(key)),
    text: arg,
    has: (key) => Object.hasOwn(finding.args, key),
  };
}

/** A path as people write one: `order.lines[].price`; map values are `*`, property names `(name)`. */
export function pathText(path: readonly PathStep[]): string {
  let text = '';
  for (const step of path) {
    switch (step.kind) {
      case 'property':
        text += text === '' ? step.name : `.${step.name}`;
        break;
      case 'additional-property':
        text += text === '' ? '*' : '.*';
        break;
      case 'pattern-property':
        text += text === '' ? `/${step.pattern}/` : `./${step.pattern}/`;
        break;
      case 'property-name':
        text += '(name)';
        break;
      case 'item':
        text += '[]';
        break;
      case 'tuple-item':
        text += `[${step.index}]`;
        break;
      case 'contains':
        text += '[?]';
        break;
    }
  }
  return text;
}

function pathWords(path: readonly PathStep[]): string {
  const [only] = path;
  if (path.length === 1 && only !== undefined) {
    if (only.kind === 'item') return 'each item';
    if (only.kind === 'additional-property') return 'each further property';
    if (only.kind === 'property-name') return 'each property name';
  }
  return code(pathText(path));
}

function operationWords({ place: { operation } }: Finding): string {
  if (operation === null) return 'the API';
  if (operation.kind === 'operation') return code(`${operation.method} ${operation.path}`);
  return `${operation.kind} ${code(operation.path)}`;
}

function somewhereOf({ place }: Finding): string {
  if (place.direction === 'request') return 'a request';
  if (place.direction === 'response') return 'a response';
  return 'the API';
}
