import { circleIn } from './circle.js';

/** A skill and the skills that it directly rests on. */
export interface SkillNode {
  readonly id: string;
  readonly requires: readonly string[];
}

/**
 * Skills and their prerequisites: a graph that is directed and has no circle. Skills that are only rested on belong to it
 * too, so that a track may rest on skills of another.
 */
export class SkillGraph {
  readonly #requires = new Map<string, readonly string[]>();
  readonly #closures = new Map<string, ReadonlySet<string>>();

  /** @throws {RangeError} naming a circle in order. */
  constructor(skills: Iterable<SkillNode>) {
    for (const { id, requires } of skills) this.#requires.set(id, [...new Set(requires)]);
    for (const needed of [...this.#requires.values()].flat()) {
      if (!this.#requires.has(needed)) this.#requires.set(needed, []);
    }
    const circle = circleIn(this.#requires);
    if (circle !== null) throw new RangeError(`Skills that require each other: ${circle.join(' → ')}`);
  }

  has(skill: string): boolean {
    return this.#requires.has(skill);
  }

  /** What a skill directly rests on; nothing for an unknown one. */
  requires(skill: string): readonly string[] {
    return this.#requires.get(skill) ?? [];
  }

  /** All that a skill rests on, over any number of steps, itself left out. */
  prerequisites(skill: string): ReadonlySet<string> {
    const known = this.#closures.get(skill);
    if (known !== undefined) return known;
    const closure = new Set<string>();
    const ahead = [...this.requires(skill)];
    for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
      if (closure.has(next)) continue;
      closure.add(next);
      ahead.push(...this.requires(next));
    }
    this.#closures.set(skill, closure);
    return closure;
  }

  /**
   * These skills, all if none are named, each after every one of them that it rests on, and else in the order given.
   * Prerequisites over skills that are not among them count.
   */
  inOrder(skills: Iterable<string> = this.#requires.keys()): readonly string[] {
    const wanted = new Set(skills);
    const placed = new Set<string>();
    const order: string[] = [];
    const seen = new Set<string>();
    for (const root of wanted) {
      const ahead: { skill: string; entered: boolean }[] = [{ skill: root, entered: false }];
      for (let here = ahead.pop(); here !== undefined; here = ahead.pop()) {
        if (here.entered) {
          if (wanted.has(here.skill) && !placed.has(here.skill)) order.push(here.skill);
          placed.add(here.skill);
        } else if (!seen.has(here.skill)) {
          seen.add(here.skill);
          ahead.push({ skill: here.skill, entered: true });
          for (const needed of [...this.requires(here.skill)].reverse()) ahead.push({ skill: needed, entered: false });
        }
      }
    }
    return order;
  }
}
