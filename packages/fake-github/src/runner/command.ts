/** A workflow command, such as `::warning title=x::message`. */
export interface Command {
  readonly name: string;
  readonly title: string | null;
  readonly message: string;
  readonly properties: Readonly<Record<string, string>>;
}

/**
 * The command of a line of the log, if it is one.
 * @throws Error for a line that the runner would take for a command although it is not written as one
 */
export function commandIn(line: string): Command[] {
  const found = /^\s*::([\w-]+)(?: ([^:]*))?::(.*)$/.exec(line);
  if (found === null) {
    if (line.includes('##[') || line.trimStart().startsWith('::'))
      throw new Error(`A stray command: ${line}`);
    return [];
  }
  const [, name = '', written = '', message = ''] = found;
  const properties = Object.fromEntries(
    [...written.matchAll(/(?:^|,)(\w+)=([^,]*)/g)].map(([, key = '', value = '']) => [key, unescaped(value)]),
  );
  return [{ name, title: properties.title ?? null, message: unescaped(message), properties }];
}

/** https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs */
function unescaped(text: string): string {
  return text
    .replaceAll('%0A', '\n')
    .replaceAll('%0D', '\r')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}
