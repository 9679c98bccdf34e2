import type { FetchOptions, FilterPatterns, SourceOptions } from '@xano-specs/core';
import { type Command, InvalidArgumentError } from 'commander';
import { notEmpty } from '../not-empty.ts';

/** What the options of every command that asks Xano give. */
export interface SourceFlags {
  readonly instance?: readonly string[];
  readonly workspace?: readonly string[];
  readonly branch?: readonly string[];
  readonly group?: readonly string[];
  readonly masterUrl?: string;
  readonly instanceUrl?: readonly string[];
  readonly includeInstanceApi?: boolean;
  readonly allowHost?: readonly string[];
  readonly warnTokenDays?: number;
}

/** Adds the options that say which account and which part of it. */
export function withSourceOptions(command: Command): Command {
  return command
    .option('--instance <name>', 'only instances of this name or glob; !name leaves out; repeatable', collect)
    .option('--workspace <name>', 'only workspaces of this name, glob or id; repeatable', collect)
    .option(
      '--branch <name>',
      'only branches of this label or glob; live is the live one; repeatable',
      collect,
    )
    .option('--group <name>', 'only API groups of this name, glob or id; repeatable', collect)
    .option(
      '--master-url <url>',
      'the master service, where it is not https://app.xano.com (or XANO_MASTER_URL)',
      notEmpty,
    )
    .option(
      '--instance-url <url>',
      'a self-hosted instance, which has no master service; repeatable',
      collect,
    )
    .option('--include-instance-api', "each instance's own Developer API too (needs XANO_DEVELOPER_API_KEY)")
    .option(
      '--allow-host <name>',
      'only hosts of this name or glob may be named by instances and API groups; repeatable',
      collect,
    )
    .option(
      '--warn-token-days <days>',
      'how many days before the access token expires to warn of it (default: 5)',
      wholeDays,
    );
}

/** The filters that the options name. */
export function patternsOf({ instance, workspace, branch, group }: SourceFlags): FilterPatterns {
  return {
    ...(instance === undefined ? {} : { instances: instance }),
    ...(workspace === undefined ? {} : { workspaces: workspace }),
    ...(branch === undefined ? {} : { branches: branch }),
    ...(group === undefined ? {} : { groups: group }),
  };
}

/** Where the options say to ask. */
export function sourceOptionsOf({
  masterUrl,
  instanceUrl,
  includeInstanceApi,
  allowHost,
}: SourceFlags): SourceOptions {
  return {
    ...(masterUrl === undefined ? {} : { masterUrl }),
    ...(instanceUrl === undefined ? {} : { instanceUrls: instanceUrl }),
    ...(includeInstanceApi === true ? { includeInstanceApi } : {}),
    ...(allowHost === undefined ? {} : { allowedHosts: allowHost }),
  };
}

/** What the options say to warn of. */
export function warningOptionsOf({ warnTokenDays }: SourceFlags): Pick<FetchOptions, 'warnTokenDays'> {
  return warnTokenDays === undefined ? {} : { warnTokenDays };
}

/**
 * The value of an option that counts days.
 * @throws InvalidArgumentError when it is no whole number
 */
export function wholeDays(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new InvalidArgumentError('Give a whole number of days.');
  return Number(text);
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, notEmpty(value)];
}
