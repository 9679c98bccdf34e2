/**
 * Writes docs/checks/ from the catalogue: a page for each check or family of checks, and
 * the index. Pages of checks that are gone are deleted.
 *
 * usage: node packages/openapi-diff/scripts/write-check-pages.ts
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checks } from '../src/classify/catalogue.ts';
import { checkPages } from './check-pages.ts';
import { sentences } from './example-findings.ts';

const folder = join(import.meta.dirname, '../../../docs/checks');
const pages = checkPages(await sentences(checks()));
mkdirSync(folder, { recursive: true });
for (const file of readdirSync(folder)) if (!pages.has(file)) rmSync(join(folder, file));
for (const [file, text] of pages) writeFileSync(join(folder, file), text);
