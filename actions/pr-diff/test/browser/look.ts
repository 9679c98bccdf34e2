import type { Page } from 'playwright-core';

/** What a browser sees in a page. */
export interface Seen {
  /** The elements of the comment in order, indented by depth, with their attributes' names and of links the host. */
  readonly structure: readonly string[];
  /** Elements of the body besides the comment. */
  readonly besides: readonly string[];
  /** Elements whose box reaches out of the comment's, unless they scroll. */
  readonly outside: readonly string[];
  /** Whether the page must be scrolled sideways. */
  readonly isWide: boolean;
}

/** The comment as the browser has parsed and laid it out, with all that is folded opened. */
export async function look(page: Page): Promise<Seen> {
  // The function runs in the page, whose types this program does not have: so it goes there as text.
  return page.evaluate<Seen>(`(${LOOK})()`);
}

const LOOK = `() => {
  const comment = document.querySelector('#comment');
  for (const details of comment.querySelectorAll('details')) details.setAttribute('open', '');
  const depthOf = (element) => (element.parentElement === comment ? 0 : 1 + depthOf(element.parentElement));
  const attribute = ({ name, value }) => (name === 'href' ? 'href=' + new URL(value, location.href).origin : name);
  const elements = [...comment.querySelectorAll('*')];
  const box = comment.getBoundingClientRect();
  const isOutside = (element) => {
    if (element.parentElement.closest('table, pre') !== null) return false;
    return [...element.getClientRects()].some(
      ({ left, right, top, bottom }) =>
        left < box.left - 1 || right > box.right + 1 || top < box.top - 1 || bottom > box.bottom + 1,
    );
  };
  return {
    structure: elements.map(
      (element) =>
        '  '.repeat(depthOf(element)) + [element.localName, ...[...element.attributes].map(attribute)].join(' '),
    ),
    besides: [...document.body.children].filter((child) => child !== comment).map(({ localName }) => localName),
    outside: elements.filter(isOutside).map(({ outerHTML }) => outerHTML.slice(0, 200)),
    isWide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  };
}`;
