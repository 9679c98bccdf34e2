import { Command, InvalidArgumentError } from 'commander';
import { notEmpty } from '../../not-empty.ts';
import type { End } from '../../program.ts';
import type { Shell } from '../../shell.ts';
import type { SiteFlags } from './run.ts';

const HELP = `
The pages show every API group of the snapshot: what it offers, its versions over time with a
report on each, a search over all operations, what changed this week, and a feed. They are plain
files that any web server can serve, from any path; most of it works from disk too.

Only what is committed counts, so the whole history must be here (in a workflow: actions/checkout
with fetch-depth: 0). The next build into the same folder makes only what has changed.

Examples:
  $ xano-specs site
  $ xano-specs site --out public --url https://example.github.io/specs/
  $ xano-specs site main:backend/specs --title 'Shop APIs'

Exit codes: 0 the site is built, 2 it is not.
`;

/** The command `site`. */
export function siteCommand(shell: Shell, end: End): Command {
  return new Command('site')
    .summary('a site of all API groups and their versions')
    .description('Builds a static site from the git history of a snapshot.')
    .argument('[snapshot]', 'the committed folder of the snapshot, or REV:path', 'specs')
    .option('--out <folder>', 'where the site is written', notEmpty, 'site')
    .option('--title <text>', 'what the site is called', notEmpty, 'API catalogue')
    .option('--url <address>', 'where the site will be, for the addresses in the feed', siteUrl)
    .option('--versions <number>', 'how many of the newest versions of a group have a page', wholeNumber, 100)
    .option('--full', 'build everything, even what has not changed')
    .option('--json', 'print what was built as JSON')
    .addHelpText('after', HELP)
    .action(async (snapshot: string, flags: SiteFlags) => {
      const { runSite } = await import('./run.ts');
      end(await runSite(snapshot, flags, shell));
    });
}

/** An address that others can be put behind: of the web, without a question or an anchor. */
function siteUrl(value: string): string {
  const url = URL.parse(value);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw new InvalidArgumentError('It must be an address such as https://example.github.io/specs/');
  }
  return `${url.origin}${url.pathname.replace(/\/*$/, '/')}`;
}

function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,5}$/.test(value))
    throw new InvalidArgumentError('It must be a whole number of at least 1.');
  return Number(value);
}
