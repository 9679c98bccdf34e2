import { BOUNDS } from '../limits.ts';
import type { Answer } from '../shape.ts';
import { NONE, unknown } from './question.ts';

interface Frame {
  readonly index: number;
  /** How many steps into the value the question stands. */
  readonly level: number;
  /** The outermost question in progress that this one's answer rests on. */
  lowest: number;
  /** Whether the answer rests on a bound that another way to ask might not reach. */
  shallow: boolean;
  /** Answers of none that rest on questions in progress. */
  readonly provisional: string[];
}

/**
 * Keeps answers. A question that is in progress is answered with none where it comes up
 * again; what rests on that is kept for good only when the question in progress turns
 * out to have no answer, and forgotten when it has one.
 */
export class Memo {
  readonly #answers = new Map<string, Answer>();
  readonly #provisional = new Map<string, number>();
  readonly #inProgress = new Map<string, number>();
  readonly #frames: Frame[] = [];
  #level = 0;

  /** How many questions are in progress. */
  get depth(): number {
    return this.#frames.length;
  }

  /** Forgets what is in progress, after it was broken off. */
  abandon(): void {
    this.#frames.length = 0;
    this.#level = 0;
    this.#inProgress.clear();
    this.#provisional.clear();
  }

  /** Asks about a part of the value. */
  deeper(ask: () => Answer): Answer {
    this.#level += 1;
    const answer = ask();
    this.#level -= 1;
    return answer;
  }

  /** The answer at the bound of depth; it and what rests on it is not kept. */
  tooDeep(): Answer {
    for (const frame of this.#frames) frame.shallow = true;
    return unknown(BOUNDS.depth);
  }

  /** The kept answer, or the one that is worked out now. */
  through(key: string, compute: () => Answer): Answer {
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const parent = this.#frames.at(-1);
    const met = this.#inProgress.get(key) ?? this.#provisional.get(key);
    // Asked again about the same value, a question says nothing of itself.
    if (this.#frames[this.#inProgress.get(key) ?? -1]?.level === this.#level) return this.#circular(key);
    if (met !== undefined) {
      if (parent !== undefined) parent.lowest = Math.min(parent.lowest, met);
      return NONE;
    }
    const frame: Frame = {
      index: this.#frames.length,
      level: this.#level,
      lowest: Number.POSITIVE_INFINITY,
      shallow: false,
      provisional: [],
    };
    this.#frames.push(frame);
    this.#inProgress.set(key, frame.index);
    const answer = compute();
    this.#inProgress.delete(key);
    this.#frames.pop();
    this.#settle(key, answer, frame, parent);
    return answer;
  }

  #circular(key: string): Answer {
    const from = this.#inProgress.get(key) ?? 0;
    for (const frame of this.#frames.slice(from + 1)) frame.shallow = true;
    return unknown('a schema is defined by itself');
  }

  #settle(key: string, answer: Answer, frame: Frame, parent: Frame | undefined): void {
    const restsOnOuter = frame.lowest < frame.index;
    if (answer.kind === 'none' && restsOnOuter) {
      this.#provisional.set(key, frame.lowest);
      parent?.provisional.push(key, ...frame.provisional);
      if (parent !== undefined) parent.lowest = Math.min(parent.lowest, frame.lowest);
      return;
    }
    for (const one of frame.provisional) {
      this.#provisional.delete(one);
      if (answer.kind === 'none') this.#answers.set(one, NONE);
    }
    if (answer.kind !== 'unknown' || !frame.shallow) this.#answers.set(key, answer);
  }
}
