import { Injectable } from '@nestjs/common';
import type { Answer, AssessmentSettings, Item } from '@tailcamp/contracts';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/id.js';
import { Random } from '../../../kernel/random.js';
import { Database } from '../../../platform/database/index.js';
import { AdaptiveTest } from '../domain/adaptive/adaptive-test.js';
import type { FrozenBank } from '../domain/attempt/frozen-bank.js';
import { type MarkedItem, outcomeOf } from '../domain/attempt/outcome.js';
import { type Layout, layoutOf } from '../domain/attempt/question-layout.js';
import { probability } from '../domain/irt/response.js';
import { type AnswerRow, type AttemptRow, AttemptStore } from '../store/attempts/attempt-store.js';
import { SettingsStore } from '../store/attempts/settings-store.js';
import { LibraryStore } from '../store/library/library-store.js';
import { type TrackBank, TrackBanks } from './attempts/track-banks.js';

/** A camp that assesses already, and how able its students are. */
export interface SeededAssessment {
  campId: string;
  settings: AssessmentSettings;
  /** Who has finished an attempt of the first track, with their ability in standard deviations. */
  finished: readonly { memberId: string; ability: number }[];
  /** How the answers differ from what the authors expect, so that a calibration has something to find; else not at all. */
  unexpected?: Unexpected;
}

export interface Unexpected {
  /** Standard deviation of how far the authors are off in difficulty. */
  off: number;
  /** A question that those above the average get wrong more often than others, as one that can be read in two ways. */
  misread: string;
}

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/**
 * Gives a camp its settings and attempts that are over: made by the engine itself, with answers as the model expects them
 * of such abilities. A camp that has settings already stays as it is.
 */
@Injectable()
export class SeedAssessment {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: SettingsStore,
    private readonly library: LibraryStore,
    private readonly attempts: AttemptStore,
    private readonly banks: TrackBanks,
  ) {}

  async run({ campId, settings, finished, unexpected }: SeededAssessment): Promise<void> {
    if ((await this.settings.settings(campId)) !== null) return;
    const known = new Set((await this.library.tracks(null)).map(({ slug }) => slug));
    const tracks = settings.tracks.filter((track) => known.has(track));
    const [first] = tracks;
    const bank = first === undefined ? null : await this.banks.of(campId, first);
    const items = new Map((await this.library.items(campId)).map(({ id, item }) => [id, item]));
    const chance = chancesOf(bank?.frozen.items ?? [], unexpected);
    await this.database.transaction(async (tx) => {
      if (!(await this.settings.saveSettings(tx, campId, { ...settings, tracks }, 0)) || bank === null) return;
      await this.attempts.freeze(tx, bank.hash, bank.frozen);
      const now = this.clock.now().getTime();
      const made = finished.map(({ memberId, ability }, at) =>
        this.attempt({
          campId,
          memberId,
          ability,
          seed: at + 1,
          bank,
          items,
          chance,
          at: new Date(now - DAY - at * 7 * MINUTE),
        }),
      );
      await this.attempts.insertAll(tx, made);
    });
  }

  private attempt(of: {
    campId: string;
    memberId: string;
    ability: number;
    seed: number;
    bank: TrackBank;
    items: ReadonlyMap<string, Item>;
    chance: (name: string, ability: number) => number;
    at: Date;
  }): { attempt: AttemptRow; answers: AnswerRow[] } {
    const { campId, memberId, ability, seed, at } = of;
    const { frozen, hash } = of.bank;
    const bank = this.banks.ready(hash, frozen);
    const random = new Random(seed);
    const test = new AdaptiveTest(bank, { seed });
    const id = newId(at.getTime());
    const marked: MarkedItem[] = [];
    const answers: AnswerRow[] = [];
    let time = at.getTime();
    for (let choice = test.next(); choice !== null; choice = test.next()) {
      const { itemId, version } = frozenItem(frozen, choice.item);
      const item = of.items.get(itemId);
      if (item === undefined) throw new Error(`Question ${choice.item} is gone`);
      const right = random.chance(of.chance(choice.item, ability));
      const position = answers.length;
      const layout = layoutOf(item, seed + position);
      const askedAt = new Date(time);
      time += random.between(20, 110) * 1000;
      const answer = answerOf(item, layout, right, random);
      answers.push({
        ...{ attemptId: id, position, itemId, version, name: choice.item, layout, written: false },
        ...{ askedAt, answeredAt: new Date(time), answer, right },
      });
      marked.push({ id: choice.item, right });
      test.record(choice.item, right);
    }
    const outcome = outcomeOf(frozen, bank, test, marked);
    const attempt: AttemptRow = {
      ...{ id, campId, memberId, track: frozen.track.id, number: 1, state: 'over', seed, bank: hash, met: [] },
      ...{ feedback: 'at-end', writtenCount: 0, startedAt: at, endsAt: null, finishedAt: new Date(time) },
      ...{ endedBy: test.ending === 'precise' ? 'precise' : 'most-questions', outcome, pending: 0 },
    };
    return { attempt, answers };
  }
}

/** How likely somebody is right who reads it as it was meant, and somebody above the average, who reads more into it. */
const MISREAD = { plainly: 0.55, above: 0.15 };

/** How likely somebody of an ability is right. */
function chancesOf(items: FrozenBank['items'], unexpected?: Unexpected): (name: string, ability: number) => number {
  const random = new Random(items.length);
  const truth = new Map(
    items.map(({ id, parameters }) => {
      const difficulty = parameters.difficulty + (unexpected?.off ?? 0) * random.normal();
      return [id, { ...parameters, difficulty }];
    }),
  );
  return (name, ability) => {
    const item = truth.get(name);
    if (item === undefined) throw new Error(`Question ${name} is not in the bank`);
    if (name === unexpected?.misread) return ability > 0 ? MISREAD.above : MISREAD.plainly;
    return probability(item, ability);
  };
}

function frozenItem({ items }: FrozenBank, id: string): FrozenBank['items'][number] {
  const item = items.find((one) => one.id === id);
  if (item === undefined) throw new Error(`Question ${id} is not in the bank`);
  return item;
}

/** What somebody would say: the key, a wrong option, or that they do not know. */
function answerOf(item: Item, layout: Layout, right: boolean, random: Random): Answer {
  if (item.kind === 'choice') {
    const places = layout.flatMap((place, at) => ((item.options[place]?.right ?? false) === right ? [at] : []));
    return { kind: 'choice', option: random.pick(places) };
  }
  if (item.kind === 'choices') {
    const doubtful = right ? -1 : random.pick(layout.map((_, at) => at));
    const chosen = layout.flatMap((place, at) =>
      (at === doubtful) !== (item.options[place]?.right ?? false) ? [at] : [],
    );
    return { kind: 'choices', options: chosen };
  }
  if (!right) return { kind: 'unknown' };
  switch (item.kind) {
    case 'ordering':
      return { kind: 'ordering', order: item.lines.map((_, at) => layout.indexOf(at)) };
    case 'text':
      return { kind: 'text', text: item.accept[0] ?? '' };
    case 'number':
      return { kind: 'number', value: item.answer };
    default:
      return { kind: 'unknown' };
  }
}
