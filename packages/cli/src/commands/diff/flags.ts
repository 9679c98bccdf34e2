import type { FailOn, OptionalProperties, PolicySettings } from '@xano-specs/openapi-diff';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { notEmpty } from '../../not-empty.ts';

/** The forms that a report can be written in. */
export const FORMATS = ['text', 'markdown', 'json', 'sarif', 'junit', 'github'] as const;

/** One of the forms of a report. */
export type Format = (typeof FORMATS)[number];

/** What the options of a comparison give. */
export interface PolicyFlags {
  readonly level?: Readonly<Record<string, string>>;
  readonly optionalProperties?: OptionalProperties;
  readonly responseEnums?: 'open' | 'closed';
  readonly servers?: 'compared' | 'ignored';
  readonly sunset?: 'optional' | 'required';
  readonly graceDays?: Readonly<Record<string, string>>;
  readonly failOn: FailOn;
}

/** What the options of every comparison of two sides give. */
export interface ComparisonFlags extends PolicyFlags {
  /** A file; undefined where none was named, so that the usual one counts; false for none at all. */
  readonly exceptions?: string | false;
  readonly group: boolean;
}

/** What the options of `diff` give. */
export interface DiffFlags extends ComparisonFlags {
  readonly format: Format;
  readonly json?: boolean;
  readonly output?: string;
}

/** Adds the options that say how a report is written, what fails, and what is accepted. */
export function withReportOptions(command: Command): Command {
  return withGateOptions(
    command
      .addOption(new Option('--format <name>', 'the form of the report').choices(FORMATS).default('text'))
      .option('--json', 'the same as --format json')
      .option('--output <file>', 'write the report to a file instead of standard output', notEmpty),
  );
}

/** Adds the options that say what fails, and what is accepted. */
export function withGateOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--fail-on <level>', 'from which level on the exit code is 1')
        .choices(['error', 'warning', 'none'])
        .default('error'),
    )
    .option(
      '--exceptions <file>',
      'changes that are accepted (default: .xano-specs/exceptions.yml, if it is there)',
      notEmpty,
    )
    .option('--no-exceptions', 'use no exceptions file');
}

/** Adds the options that say what counts as breaking. */
export function withPolicyOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--level <id=level>',
        'the level of a check: error, warning, info or none; repeatable',
      ).argParser(pairs),
    )
    .addOption(
      new Option(
        '--optional-properties <which>',
        'what a response declares and does not require (default: auto)',
      ).choices(['promised', 'optional', 'auto']),
    )
    .addOption(
      new Option(
        '--response-enums <which>',
        'whether clients must expect new values of an enum (default: open)',
      ).choices(['open', 'closed']),
    )
    .addOption(
      new Option(
        '--servers <which>',
        'whether servers that come and go are reported (default: compared)',
      ).choices(['compared', 'ignored']),
    )
    .addOption(
      new Option(
        '--sunset <which>',
        'whether what is deprecated must have a sunset date (default: optional)',
      ).choices(['optional', 'required']),
    )
    .addOption(
      new Option(
        '--grace-days <stability=days>',
        'days from now to a new sunset, for draft, alpha, beta or stable; repeatable',
      ).argParser(pairs),
    );
}

/** The settings of the engine that the options ask for; the engine looks at the values. */
export function policySettingsOf(flags: PolicyFlags): PolicySettings {
  const { level, optionalProperties, responseEnums, servers, sunset, graceDays } = flags;
  const responses = {
    ...(optionalProperties === undefined ? {} : { optional: optionalProperties }),
    ...(responseEnums === undefined ? {} : { enum: responseEnums }),
  };
  const deprecation = {
    ...(sunset === undefined ? {} : { sunset }),
    ...(graceDays === undefined
      ? {}
      : {
          graceDays: Object.fromEntries(Object.entries(graceDays).map(([key, days]) => [key, Number(days)])),
        }),
  };
  return {
    ...(level === undefined ? {} : { levels: level as NonNullable<PolicySettings['levels']> }),
    ...(Object.keys(responses).length === 0 ? {} : { responses }),
    ...(servers === undefined ? {} : { servers }),
    ...(Object.keys(deprecation).length === 0 ? {} : { deprecation }),
  };
}

function pairs(text: string, before: Readonly<Record<string, string>> = {}): Record<string, string> {
  const equals = text.indexOf('=');
  if (equals < 1 || equals === text.length - 1) {
    throw new InvalidArgumentError('Write a name, an equals sign and a value.');
  }
  return { ...before, [text.slice(0, equals).trim()]: text.slice(equals + 1).trim() };
}
