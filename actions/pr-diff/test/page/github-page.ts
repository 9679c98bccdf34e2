/**
 * What GitHub makes of the markdown of a comment or of a job summary, as far as text could
 * become something there. Each step, and where it is described:
 *
 * - GitHub-flavoured markdown with raw HTML, tables, footnotes, task lists and addresses:
 *   https://github.github.com/gfm/, by micromark and its GFM extension.
 * - HTML is parsed as browsers do and all is removed that isn't on GitHub's list of elements
 *   and attributes: https://github.com/github/markup#github-markup, by `hast-util-sanitize`,
 *   whose default is that list.
 * - Mentions, references, commits, emoji, formulas and colours: see `marks.ts`.
 *
 * Not modelled: what is drawn of known elements (the colours of code, diagrams, images through
 * a proxy), and whether a user, an issue or a commit exists: each counts as existing.
 */
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { marked } from './marks.ts';

/** Raw HTML as it stands. GitHub shows nine elements, `script` for one, as text: an injected one would hide in that. */
const unfiltered: ReturnType<typeof gfmHtml> = {
  exit: {
    htmlFlowData(token) {
      this.raw(this.sliceSerialize(token));
    },
    htmlTextData(token) {
      this.raw(this.sliceSerialize(token));
    },
  },
};

/** The HTML that markdown asks for, before anything is removed from it: where an injected element shows best. */
export function rawHtml(markdown: string): string {
  return micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml(), unfiltered],
  });
}

/** The same as browsers parse it. */
export function rawTree(markdown: string): Root {
  return fromHtml(rawHtml(markdown), { fragment: true });
}

/** What GitHub leaves of such a page, with what it adds marked. */
export function githubTree(raw: Root): Root {
  const safe = sanitize(raw);
  return marked(safe.type === 'root' ? safe : { type: 'root', children: [] });
}

/** The page that GitHub shows of markdown. */
export function githubHtml(markdown: string): string {
  return toHtml(githubTree(rawTree(markdown)));
}
