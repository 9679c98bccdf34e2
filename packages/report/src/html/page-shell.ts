import { createHash } from 'node:crypto';
import { htmlText, scriptJson } from './html-text.ts';

/** The code of a page, as `scripts/build-assets.ts` makes it. */
export interface PageAssets {
  /** Runs before anything is shown: it sets the theme that the reader chose. */
  readonly early: string;
  readonly script: string;
  readonly style: string;
}

/** What stands in one page. */
export interface PageContent {
  readonly title: string;
  /** What is shown until the script has run, and where none runs: HTML that was made here. */
  readonly fallback: string;
  /** Values that the script reads, by the ids of the elements that hold them. */
  readonly data: readonly { readonly id: string; readonly value: unknown }[];
}

/** A document with two pages, the second of which has changed. */
const ICON =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1b1c1e"/><path d="M8 11h7M8 16h7M8 21h7" stroke="#fff" stroke-width="2.5" stroke-linecap="round"/><path d="M19 11h5M19 21h5" stroke="#fff" stroke-width="2.5" stroke-linecap="round"/><path d="M19 16h5" stroke="#ff6b5b" stroke-width="2.5" stroke-linecap="round"/></svg>',
  );

/**
 * One HTML file that needs nothing else. Its policy lets only the code of this package run, by
 * its hashes, and nothing be fetched from anywhere; no string can become markup or code.
 */
export function pageShell({ early, script, style }: PageAssets, content: PageContent): string {
  return shell(content, {
    policy: [`script-src ${hashOf(early)} ${hashOf(script)}`, `style-src ${hashOf(style)}`],
    head: `<script>${early}</script>\n<style>${style}</style>`,
    end: `<script>${script}</script>`,
  });
}

/** Where the code of pages that share it lies, seen from one of them, and what else they may do. */
export interface LinkedPage {
  /** Addresses that need no escaping: they are made here. */
  readonly assets: PageAssets;
  /** Whether its script reads files that lie beside it. */
  readonly reads: boolean;
  /** Tags for the head of the page, such as a link to a feed: HTML that was made here. */
  readonly head?: string;
}

/**
 * One of many HTML files that share their code, which lies beside them. Its policy lets only code
 * of the page's own origin run: none in the page itself and none that a string could become.
 */
export function linkedShell({ assets, reads, head = '' }: LinkedPage, content: PageContent): string {
  return shell(content, {
    policy: ["script-src 'self'", "style-src 'self'", ...(reads ? ["connect-src 'self'"] : [])],
    head: `<script src="${assets.early}"></script>\n<link rel="stylesheet" href="${assets.style}">${head}`,
    end: `<script src="${assets.script}"></script>`,
  });
}

function shell(
  { title, fallback, data }: PageContent,
  { policy, head, end }: { readonly policy: readonly string[]; readonly head: string; readonly end: string },
): string {
  const rules = [
    "default-src 'none'",
    ...policy,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ];
  const values = data.map(
    ({ id, value }) => `<script type="application/json" id="${htmlText(id)}">${scriptJson(value)}</script>\n`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${rules.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${htmlText(title)}</title>
<link rel="icon" href="${ICON}">
${head}
</head>
<body>
<div id="app">${fallback}</div>
${values.join('')}${end}
</body>
</html>
`;
}

/** The source of a policy that lets just this text run: https://www.w3.org/TR/CSP3/#grammardef-hash-source */
function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
