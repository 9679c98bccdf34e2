import {
  type Check,
  diff,
  type Json,
  type PolicySettings,
  readPair,
  renderText,
  type Source,
} from '@xano-specs/openapi-diff';
import type { Shell } from '../../shell.ts';
import { paletteOf } from '../diff/render.ts';

/** The example of a check, and what the engine says of it this very moment. */
export async function exampleText(check: Check, { out, now }: Shell): Promise<string> {
  const { before, after, shown, policy } = check.example();
  const { bold } = out.colours;
  const { base, head } = await readPair(source('before.json', before), source('after.json', after));
  const report = await diff(base, head, {
    now: now(),
    ...(policy === undefined ? {} : { policy: policy as PolicySettings }),
  });
  const own = { ...report, changes: report.changes.filter(({ id }) => id === check.id) };
  return [
    bold(`Before${shown === undefined ? '' : `, in ${shown.where}`}`),
    indented(shown?.before ?? before),
    bold('After'),
    indented(shown?.after ?? after),
    bold('What diff says'),
    renderText(own, { palette: paletteOf(out.colours), width: out.columns, verdict: false }),
  ].join('\n');
}

function source(uri: string, document: Json): Source {
  return { uri, load: async () => JSON.stringify(document, null, 2) };
}

function indented(value: Json): string {
  return `${JSON.stringify(value, null, 2).replace(/^/gm, '  ')}\n`;
}
