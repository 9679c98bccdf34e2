import type { FilterPatterns, SourceOptions } from '@xano-specs/core';
import type { Command } from 'commander';
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
    .option('--include-instance-api', "each instance's own Developer API too (needs XANO_DEVELOPER_API_KEY)");
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
export function sourceOptionsOf({ masterUrl, instanceUrl, includeInstanceApi }: SourceFlags): SourceOptions {
  return {
    ...(masterUrl === undefined ? {} : { masterUrl }),
    ...(instanceUrl === undefined ? {} : { instanceUrls: instanceUrl }),
    ...(includeInstanceApi === true ? { includeInstanceApi } : {}),
  };
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, notEmpty(value)];
}
