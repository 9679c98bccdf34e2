import { pointerOf, type Site } from '../../../contract/site.ts';
import type { DocumentSet, JsonObject, SpecDocument } from '../../../read/document.ts';
import type { Direction, Side } from '../../finding.ts';
import { getOrMake } from '../../get-or-make.ts';
import { isObject } from '../json.ts';
import { CompiledShape } from './compiled.ts';
import { expand } from './expand.ts';
import { Inhabited } from './inhabited.ts';

/** What the shapes of one side, seen from one direction, have in common. */
export interface StoreOptions {
  readonly documents: DocumentSet;
  readonly side: Side;
  readonly direction: Direction;
  /** This side sends, and sends nothing that it doesn't declare. */
  readonly closesSender: boolean;
  readonly promised: boolean;
  /** Gives every shape of a relator a number of its own. */
  readonly nextId: () => number;
}

/** Interns the shapes of one side and direction. */
export class ShapeStore {
  readonly documents: DocumentSet;
  readonly side: Side;
  readonly direction: Direction;
  readonly closesSender: boolean;
  readonly promised: boolean;
  readonly inhabited = new Inhabited();
  readonly hiddenRefs = new Map<SpecDocument, Map<string, boolean>>();
  readonly #nextId: () => number;
  /** By the schemas asked for, so that asking again follows no references. */
  readonly #byOrigin = new Map<string, CompiledShape>();
  readonly #byObject = new Map<object, CompiledShape>();
  /** By the schema objects that are joined. */
  readonly #bySite = new Map<object, CompiledShape>();
  readonly #bySites = new Map<string, CompiledShape>();
  readonly #ids = new Map<unknown, number>();

  constructor({ documents, side, direction, closesSender, promised, nextId }: StoreOptions) {
    this.documents = documents;
    this.side = side;
    this.direction = direction;
    this.closesSender = closesSender;
    this.promised = promised;
    this.#nextId = nextId;
  }

  /** The conjunction of some schemas; of none, everything. */
  readonly join = (origins: readonly Site[]): CompiledShape => {
    const [only] = origins;
    // Nearly every question is about one schema object: that needs no key but the object.
    if (only !== undefined && origins.length === 1 && isObject(only.raw)) {
      return getOrMake(this.#byObject, only.raw, () => this.#shapeOf(origins));
    }
    return getOrMake(this.#byOrigin, this.#keyOf(origins), () => this.#shapeOf(origins));
  };

  #shapeOf(origins: readonly Site[]): CompiledShape {
    const expansion = expand(origins, this.documents);
    const { sites, nothing, unresolved } = expansion;
    const make = () => new CompiledShape(this.#nextId(), this, origins, expansion);
    const [only] = sites;
    if (only !== undefined && sites.length === 1 && nothing === null && unresolved.length === 0) {
      return getOrMake(this.#bySite, only.raw as object, make);
    }
    const missing = unresolved.map(({ site, keyword }) => `${keyword} ${pointerOf(site)}`);
    const key = [this.#keyOf(sites), nothing === null ? '' : 'F', ...missing].join('|');
    return getOrMake(this.#bySites, key, make);
  }

  /** The shape of a schema that stands in no document. */
  invented(raw: JsonObject): CompiledShape {
    return this.join([{ raw, document: this.documents.root, parent: null, key: '' }]);
  }

  /** The schemas by identity; `true` adds nothing and is left out. */
  #keyOf(sites: readonly Site[]): string {
    const ids: number[] = [];
    for (const { raw } of sites) {
      if (raw === true) continue;
      let id = this.#ids.get(raw);
      if (id === undefined) {
        id = this.#ids.size;
        this.#ids.set(raw, id);
      }
      ids.push(id);
    }
    return ids.length < 2 ? String(ids) : [...new Set(ids)].sort((a, b) => a - b).join();
  }
}
