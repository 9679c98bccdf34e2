import type { BareRepository, NewCommit } from './bare-repository.ts';
import { GITHUB_COMMITTER, type Person } from './person.ts';

let written = 0;

/**
 * Writes a commit through `git fast-import`: one process for any number of files. An existing
 * file keeps its mode, as GitHub keeps it. The ref that fast-import wants is removed at once.
 */
export async function writeCommit(repository: BareRepository, commit: NewCommit): Promise<string> {
  const ref = `refs/fake/${process.pid}-${++written}`;
  const modes = await modesOf(repository, commit.parent);
  const seconds = Math.floor(Date.now() / 1000);
  const message = Buffer.from(commit.message, 'utf8');
  const parts: Uint8Array[] = [
    line(`commit ${ref}`),
    line('mark :1'),
    line(`author ${identity(commit.author)} ${seconds} +0000`),
    line(`committer ${identity(commit.committer)} ${seconds} +0000`),
    line(`data ${message.length}`),
    message,
    line(''),
  ];
  if (commit.parent !== null) parts.push(line(`from ${commit.parent}`));
  for (const [path, content] of commit.files) if (content === null) parts.push(line(`D ${quoted(path)}`));
  for (const [path, content] of commit.files) {
    if (content === null) continue;
    parts.push(line(`M ${modes.get(path) ?? '100644'} inline ${quoted(path)}`));
    parts.push(line(`data ${content.length}`), content, line(''));
  }
  parts.push(line(''), line('get-mark :1'), line('done'));
  const sha = await repository.text(['fast-import', '--quiet', '--done'], parts);
  await repository.run(['update-ref', '-d', ref]);
  return sha;
}

/** One change of a tree: new bytes, a blob that exists, or null to remove the path. */
export interface TreeChange {
  readonly path: string;
  readonly mode: string;
  readonly content: Uint8Array | { readonly blob: string } | null;
}

/** Writes a tree that differs from another by some changes, through a commit that nobody sees, and gives back its name. */
export async function writeTree(
  repository: BareRepository,
  base: string | null,
  changes: readonly TreeChange[],
): Promise<string> {
  const ref = `refs/fake/${process.pid}-${++written}`;
  const parts: Uint8Array[] = [
    line(`commit ${ref}`),
    line('mark :1'),
    line(`committer ${identity(GITHUB_COMMITTER)} 0 +0000`),
    line('data 0'),
  ];
  if (base !== null) parts.push(line(`M 040000 ${base} ""`));
  for (const { path, content } of changes) if (content === null) parts.push(line(`D ${quoted(path)}`));
  for (const { path, mode, content } of changes) {
    if (content === null) continue;
    if ('blob' in content) parts.push(line(`M ${mode} ${content.blob} ${quoted(path)}`));
    else
      parts.push(line(`M ${mode} inline ${quoted(path)}`), line(`data ${content.length}`), content, line(''));
  }
  parts.push(line(''), line('get-mark :1'), line('done'));
  const commit = await repository.text(['fast-import', '--quiet', '--done'], parts);
  const tree = await repository.text(['rev-parse', `${commit}^{tree}`]);
  await repository.run(['update-ref', '-d', ref]);
  return tree;
}

async function modesOf(repository: BareRepository, parent: string | null): Promise<Map<string, string>> {
  if (parent === null) return new Map();
  const entries = await repository.tree(parent, true);
  return new Map(entries.filter(({ type }) => type === 'blob').map(({ path, mode }) => [path, mode]));
}

function identity({ name, email }: Person): string {
  return `${name.replace(/[<>\n]/g, '')} <${email.replace(/[<>\n]/g, '')}>`;
}

function quoted(path: string): string {
  return `"${path.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n')}"`;
}

function line(text: string): Buffer {
  return Buffer.from(`${text}\n`, 'utf8');
}
