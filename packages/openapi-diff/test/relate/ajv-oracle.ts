import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Direction } from '../../src/compare/finding.ts';
import type { Json, JsonObject, SpecVersion } from '../../src/read/document.ts';
import { type Reading, Speller } from './speller.ts';

/** Which view of a schema an independent validator is asked for. */
export interface View {
  readonly version: SpecVersion;
  readonly direction: Direction;
  /**
   * A receiver takes anything for what its direction hides. A sender sends none of it, and
   * in the declared world nothing that it doesn't declare. Where that depends on the branches
   * that a value takes, JSON Schema can't say it: `sends` are values that are sent for sure,
   * `may-send` leaves out only those that are not.
   */
  readonly role: 'receives' | 'sends' | 'may-send';
  readonly world: 'open' | 'declared';
}

/** What ajv makes of a value. */
export type Oracle = (value: Json) => boolean;

/** ajv over one of the named schemas, respelled as JSON Schema 2020-12. It knows nothing of the engine. */
export function oracle(schemas: JsonObject, name: string, view: View): Oracle {
  const accepted = ajvOf(schemas, name, { ...view, reading: 'accepted' });
  if (view.role === 'receives') return accepted;
  const reading: Reading = view.role === 'sends' ? 'sent' : 'possibly-sent';
  const sent = ajvOf(schemas, name, { ...view, reading });
  return (value) => accepted(value) && sent(value);
}

function ajvOf(
  schemas: JsonObject,
  name: string,
  view: Omit<View, 'role'> & { readonly reading: Reading },
): Oracle {
  const ajv = new Ajv2020({ strict: false, logger: false, inlineRefs: false, validateSchema: false });
  addFormats.default(ajv);
  const validate = ajv.compile(new Speller(schemas, view).spelled(name));
  return (value) => validate(value) === true;
}
