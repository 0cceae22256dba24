import { Random } from '../../../../kernel/random.js';
import { type AnswerCurves, curvesOf } from '../irt/posterior.js';
import { information, type ResponseParameters } from '../irt/response.js';
import { cutOf } from '../mastery/skill-mastery.js';
import { SkillGraph } from '../skills/graph.js';

export interface BankSkill {
  readonly id: string;
  readonly domain: string;
  /** The skills that it directly rests on; those of other tracks may be among them. */
  readonly requires: readonly string[];
}

export interface BankItem {
  readonly id: string;
  readonly skill: string;
  readonly parameters: ResponseParameters;
  /** k of Sympson & Hetter: the probability with which it is asked when it is the best; 1 unless given. */
  readonly control?: number;
}

/**
 * What an adaptive test draws from: the items of a track with their skills and domains, made ready once and shared by all
 * attempts. Items are known by their place, in the order of their ids, so that the order they come in does not matter.
 */
export class ItemBank {
  readonly items: readonly BankItem[];
  /** Those that have items, by their first skill. */
  readonly domains: readonly string[];
  /** For each domain, the share of a test that it shall have: that of its skills among all that have items. */
  readonly shares: Float64Array;
  readonly skills: readonly string[];
  /** For each skill, the ability from which somebody has it. */
  readonly cuts: Float64Array;
  readonly graph: SkillGraph;
  readonly domainOf: Int32Array;
  readonly skillOf: Int32Array;
  readonly controls: Float64Array;
  readonly #skills: readonly BankSkill[];
  readonly #curves: (AnswerCurves | undefined)[] = [];
  readonly #places: ReadonlyMap<string, number>;
  readonly #placesOfSkills: ReadonlyMap<string, number>;

  /** @throws {RangeError} for no items, an id that two have, a skill that is none, or a circle */
  constructor(skills: readonly BankSkill[], items: readonly BankItem[]) {
    if (items.length === 0) throw new RangeError('A bank without items');
    this.#skills = skills;
    this.graph = new SkillGraph(skills);
    this.items = [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
    this.#places = new Map(this.items.map(({ id }, place) => [id, place]));
    if (this.#places.size < items.length) throw new RangeError('Two items of a bank have one id');
    const known = new Set(skills.map(({ id }) => id));
    const lost = items.find(({ skill }) => !known.has(skill));
    if (lost !== undefined) throw new RangeError(`Item “${lost.id}” is of the unknown skill “${lost.skill}”`);

    const asked = new Set(items.map(({ skill }) => skill));
    const withItems = skills.filter(({ id }) => asked.has(id));
    this.skills = withItems.map(({ id }) => id);
    this.domains = [...new Set(withItems.map(({ domain }) => domain))];
    const domainOfSkill = withItems.map(({ domain }) => this.domains.indexOf(domain));
    this.shares = Float64Array.from(
      this.domains,
      (_, domain) => domainOfSkill.filter((of) => of === domain).length / withItems.length,
    );
    this.#placesOfSkills = new Map(this.skills.map((id, place) => [id, place]));
    this.skillOf = Int32Array.from(this.items, ({ skill }) => this.#placesOfSkills.get(skill) ?? 0);
    this.domainOf = this.skillOf.map((skill) => domainOfSkill[skill] ?? 0);
    this.cuts = Float64Array.from(this.skills, (id) =>
      cutOf(this.items.filter(({ skill }) => skill === id).map(({ parameters }) => parameters)),
    );
    this.controls = Float64Array.from(this.items, ({ control }) => control ?? 1);
  }

  get size(): number {
    return this.items.length;
  }

  /** The same bank with these controls by item, 1 where none is given. */
  withControls(controls: ReadonlyMap<string, number>): ItemBank {
    const items = this.items.map((item) => ({ ...item, control: controls.get(item.id) ?? 1 }));
    return new ItemBank(this.#skills, items);
  }

  /** @throws {RangeError} for an id that is not in the bank */
  placeOf(id: string): number {
    const place = this.#places.get(id);
    if (place === undefined) throw new RangeError(`There is no item “${id}” in the bank`);
    return place;
  }

  /** undefined for a skill without items here, such as one of another track. */
  placeOfSkill(skill: string): number | undefined {
    return this.#placesOfSkills.get(skill);
  }

  curves(place: number): AnswerCurves {
    let curves = this.#curves[place];
    if (curves === undefined) {
      curves = curvesOf(this.#at(place).parameters);
      this.#curves[place] = curves;
    }
    return curves;
  }

  informationAt(place: number, theta: number): number {
    return information(this.#at(place).parameters, theta);
  }

  #at(place: number): BankItem {
    const item = this.items[place];
    if (item === undefined) throw new RangeError(`There is no item at ${place}`);
    return item;
  }

  /**
   * The lots of an attempt, one for each item: 1 where it may be asked, with the probability of its control. Sympson and
   * Hetter draw when an item is selected and set it aside for good when it loses, so drawing for all beforehand is the
   * same, and an attempt that is taken up again has the same lots.
   */
  lots(seed: number): Uint8Array {
    const random = new Random(seed);
    return Uint8Array.from(this.controls, (control) => (random.next() < control ? 1 : 0));
  }
}
