import type { BareRepository, NewCommit } from './bare-repository.ts';
import type { Person } from './person.ts';

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
