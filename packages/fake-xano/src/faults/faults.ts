import type { Api, FakeRequest, Operation } from '../http/request.ts';
import type { Misbehaviour } from './misbehave.ts';

/** Which requests meet a misbehaviour, and how often. What is left out matches everything. */
export interface FaultRule {
  readonly misbehave: Misbehaviour;
  readonly on?: Operation | readonly Operation[];
  readonly api?: Api;
  /** Names of what the request is about. */
  readonly instance?: string;
  readonly workspace?: string;
  readonly group?: string;
  /** Any further condition. */
  readonly when?: (request: FakeRequest) => boolean;
  /** How many matching requests go well first; 0 by default. */
  readonly after?: number;
  /** How many then meet the misbehaviour; 1 by default, Infinity for all. */
  readonly times?: number;
}

/** A rule at work. */
export interface Fault {
  /** How many requests met the misbehaviour so far. */
  readonly met: number;
  /** Ends the rule. */
  remove(): void;
}

/** The rules of misbehaviour of a running fake. */
export class Faults {
  readonly #active: ActiveRule[] = [];

  /** Adds a rule. Where several match, the one that was added first and is not used up acts. */
  add(rule: FaultRule): Fault {
    const active = new ActiveRule(rule);
    this.#active.push(active);
    return {
      get met() {
        return active.met;
      },
      remove: () => {
        const index = this.#active.indexOf(active);
        if (index !== -1) this.#active.splice(index, 1);
      },
    };
  }

  /** Ends all rules. */
  clear(): void {
    this.#active.length = 0;
  }

  /** Gives the misbehaviour that this request meets, and counts it; null when it goes well. */
  meet(request: FakeRequest): Misbehaviour | null {
    return this.#active.find((active) => active.takes(request))?.rule.misbehave ?? null;
  }
}

class ActiveRule {
  readonly rule: FaultRule;
  met = 0;
  #passed = 0;

  constructor(rule: FaultRule) {
    this.rule = rule;
  }

  takes(request: FakeRequest): boolean {
    if (!matches(this.rule, request) || this.met >= (this.rule.times ?? 1)) return false;
    if (this.#passed < (this.rule.after ?? 0)) {
      this.#passed += 1;
      return false;
    }
    this.met += 1;
    return true;
  }
}

function matches(rule: FaultRule, request: FakeRequest): boolean {
  const operations = rule.on === undefined ? null : [rule.on].flat();
  return (
    (operations === null || operations.includes(request.operation)) &&
    (rule.api === undefined || rule.api === request.api) &&
    (rule.instance === undefined || rule.instance === request.subject.instance) &&
    (rule.workspace === undefined || rule.workspace === request.subject.workspace) &&
    (rule.group === undefined || rule.group === request.subject.group) &&
    (rule.when === undefined || rule.when(request))
  );
}
