import { AbilityPosterior, type Estimate } from '../irt/posterior.js';
import { SHOWN_FROM, SkillEvidence } from '../mastery/skill-mastery.js';
import { type Forecast, forecast } from './forecast.js';
import type { ItemBank } from './item-bank.js';
import { type Selected, type Standing, select } from './select.js';

export interface TestOptions {
  /** Of the attempt: its lots. The same seed, bank and answers give the same questions. */
  readonly seed: number;
  /** The test is over as soon as the ability is known to so much; 0.35 unless given. */
  readonly standardError?: number;
  /** The test is over after so many answers; 20 unless given. */
  readonly most?: number;
  /** Items that the learner has met before, which are asked again only where nothing new tells much; none unless given. */
  readonly met?: readonly string[];
}

/** Why a test is over: the ability is known well enough, it is as long as it may be, or nothing is left to ask. */
export type Ending = 'precise' | 'longest' | 'exhausted';

/** The next question, and what led to it. */
export interface Choice {
  readonly item: string;
  readonly skill: string;
  readonly domain: string;
  /** How many answers its domain has so far: of those with a question left, it lags behind its share of the test most. */
  readonly answeredInDomain: number;
  /** How much its answer is expected to add to 1 ÷ SE², at the ability as estimated now. */
  readonly information: number;
  /** How many of its domain would have told more but were kept back, so that no question is seen by all. */
  readonly keptBack: number;
}

export interface DomainEstimate extends Estimate {
  readonly domain: string;
  readonly answered: number;
}

export interface SkillEstimate {
  readonly skill: string;
  /** The probability that the learner has it, in [0, 1]. */
  readonly mastery: number;
  readonly answered: number;
  /** Shown by answers of its own, or inferred from those to others. */
  readonly basis: 'shown' | 'inferred';
  /** The answered skill that rests on this one and makes it likelier than the ability alone does; else null. */
  readonly through: string | null;
}

/**
 * One attempt at an adaptive test on a bank whose parameters stay as they are. It holds no clock and writes nothing: to
 * take an attempt up again, make it anew from the same bank and seed and record its answers again, some microseconds each.
 */
export class AdaptiveTest {
  readonly #bank: ItemBank;
  readonly #options: Required<Omit<TestOptions, 'met'>>;
  readonly #standing: Standing;
  readonly #posterior = new AbilityPosterior();
  /** By place, of the skills that have answers. */
  readonly #bySkill = new Map<number, SkillEvidence>();
  readonly #byDomain: readonly AbilityPosterior[];
  readonly #standardErrors: number[] = [];

  constructor(bank: ItemBank, { seed, standardError = 0.35, most = 20, met = [] }: TestOptions) {
    this.#bank = bank;
    this.#options = { seed, standardError, most };
    this.#standing = {
      admitted: bank.lots(seed),
      asked: new Uint8Array(bank.size),
      met: placesOf(bank, met),
      settled: new Uint8Array(bank.skills.length),
      answered: new Int32Array(bank.domains.length),
    };
    this.#byDomain = bank.domains.map(() => new AbilityPosterior());
  }

  /** Of the track; from the standard normal prior, so 0 and 1 before the first answer. */
  get estimate(): Estimate {
    const { ability, standardError } = this.#posterior;
    return { ability, standardError };
  }

  /** After each answer so far, in their order. */
  get standardErrors(): readonly number[] {
    return this.#standardErrors;
  }

  get answered(): number {
    return this.#standardErrors.length;
  }

  get ending(): Ending | null {
    const { standardError, most } = this.#options;
    if (this.answered > 0 && this.#posterior.standardError <= standardError) return 'precise';
    if (this.answered >= most) return 'longest';
    return this.answered >= this.#bank.size ? 'exhausted' : null;
  }

  /** The next question; null when the test is over. Asking again gives the same until an answer is recorded. */
  next(): Choice | null {
    const selected = this.selected();
    const item = selected === null ? undefined : this.#bank.items[selected.place];
    if (selected === null || item === undefined) return null;
    const domain = this.#bank.domainOf[selected.place]!;
    return {
      item: item.id,
      skill: item.skill,
      domain: this.#bank.domains[domain]!,
      answeredInDomain: this.#standing.answered[domain]!,
      information: this.#bank.informationAt(selected.place, this.#posterior.ability),
      keptBack: selected.passedOver.length,
    };
  }

  /** The same by places in the bank, for simulations. */
  selected(): Selected | null {
    return this.ending === null ? select(this.#bank, this.#standing, this.#posterior.ability) : null;
  }

  /**
   * Takes in an answer, to any item of the bank that was not asked before.
   *
   * "I don't know yet" is recorded as not right, which is exact and not a penalty: of those who do not know, 1 − L(θ), a
   * wrong answer is (1 − c)(1 − L(θ)) under the model, that is the same function of θ but for a factor, and constants do
   * not move a posterior. Who guesses instead is right with probability c and then believed a little, though wrongly.
   *
   * @throws {RangeError} for an item that is not in the bank, or was answered
   */
  record(item: string, right: boolean): void {
    this.recordAt(this.#bank.placeOf(item), right);
  }

  recordAt(place: number, right: boolean): void {
    const { asked, answered } = this.#standing;
    if (asked[place] !== 0) throw new RangeError(`Item “${this.#bank.items[place]?.id}” is answered already`);
    const answer = this.#bank.curves(place)[right ? 'right' : 'wrong'];
    const domain = this.#bank.domainOf[place]!;
    asked[place] = 1;
    answered[domain]! += 1;
    this.#posterior.add(answer);
    this.#byDomain[domain]?.add(answer);
    this.#evidenceFor(this.#bank.skillOf[place]!).add(answer, right);
    this.#standardErrors.push(this.#posterior.standardError);
    this.#settle();
  }

  /** What is known of each domain from its own answers alone. */
  domains(): readonly DomainEstimate[] {
    return this.#byDomain.map(({ ability, standardError }, domain) => ({
      domain: this.#bank.domains[domain]!,
      answered: this.#standing.answered[domain]!,
      ability,
      standardError,
    }));
  }

  /**
   * Every skill of the bank. Whoever has a skill has what it rests on; so a skill without answers of its own is at least
   * as likely as each answered one that rests on it (the surmise relation of Doignon & Falmagne, Spaces for the assessment
   * of knowledge, 1985). One with answers stands on them: that is how a wrong inference is mended by a single question.
   */
  skills(): readonly SkillEstimate[] {
    const { skills, cuts, graph } = this.#bank;
    const { weights } = this.#posterior;
    const shown = Array.from(
      this.#bySkill,
      ([skill, evidence]) => [skills[skill]!, evidence.mastery(weights)] as const,
    );
    return skills.map((skill, place) => {
      const evidence = this.#bySkill.get(place);
      if (evidence !== undefined) {
        return {
          skill,
          mastery: evidence.mastery(weights),
          answered: evidence.answered,
          basis: 'shown',
          through: null,
        };
      }
      let [mastery, through]: [number, string | null] = [new SkillEvidence(cuts[place]!).mastery(weights), null];
      for (const [other, its] of shown) {
        if (its > mastery && graph.prerequisites(other).has(skill)) [mastery, through] = [its, other];
      }
      return { skill, mastery, answered: 0, basis: 'inferred', through };
    });
  }

  /** Where the test will end and how the estimate will narrow, if the learner goes on as they have begun. */
  forecast(): Forecast {
    return forecast(this.#bank, this.#standing, this.#posterior, this.#options);
  }

  #evidenceFor(skill: number): SkillEvidence {
    const evidence = this.#bySkill.get(skill) ?? new SkillEvidence(this.#bank.cuts[skill]!);
    this.#bySkill.set(skill, evidence);
    return evidence;
  }

  /** A skill is settled when its own answers show it, or when one that rests on it is shown and none of its own was wrong. */
  #settle(): void {
    const { skills, graph } = this.#bank;
    const { settled } = this.#standing;
    settled.fill(0);
    for (const [shown, evidence] of this.#bySkill) {
      if (evidence.mastery(this.#posterior.weights) < SHOWN_FROM) continue;
      settled[shown] = 1;
      for (const needed of graph.prerequisites(skills[shown]!)) {
        const skill = this.#bank.placeOfSkill(needed);
        if (skill !== undefined && (this.#bySkill.get(skill)?.wrong ?? 0) === 0) settled[skill] = 1;
      }
    }
  }
}

/** 1 for the items of these names; what is not in the bank any more was met in vain. */
function placesOf(bank: ItemBank, names: readonly string[]): Uint8Array {
  const wanted = new Set(names);
  return Uint8Array.from(bank.items, ({ id }) => (wanted.has(id) ? 1 : 0));
}
