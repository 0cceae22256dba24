import { Injectable } from '@nestjs/common';
import type { NothingToPractise } from '@tailcamp/contracts';
import { groupedBy } from '../../../../kernel/grouped.js';
import type { FrozenBank } from '../../domain/attempt/frozen-bank.js';
import type { Material } from '../../domain/practice/next.js';
import type { Assessed } from '../../domain/practice/standing.js';
import { type AttemptRow, AttemptStore } from '../../store/attempts/attempt-store.js';
import { PracticeStore } from '../../store/practice/practice-store.js';
import { KeysDue } from '../attempts/keys-due.js';

/** What a member may practise, or what holds them up. */
export interface PracticeMaterial {
  questions: Material[];
  nothing: NothingToPractise | null;
}

/**
 * The questions that a member may practise: those that an attempt of theirs has asked and whose keys are due. One that
 * has been changed since, or is not asked any more, is left out: its key may be another, which nobody has shown yet.
 */
@Injectable()
export class Practisable {
  constructor(
    private readonly attempts: AttemptStore,
    private readonly store: PracticeStore,
    private readonly keys: KeysDue,
  ) {}

  async of(memberId: string): Promise<PracticeMaterial> {
    const shown: AttemptRow[] = [];
    let nothing: NothingToPractise = { reason: 'nothing-shown', from: null };
    const over = (await this.attempts.ofMember(memberId)).filter(({ state }) => state === 'over');
    for (const attempts of groupedBy(over, ({ track }) => track).values()) {
      const { open, from } = await this.keys.of(attempts[0]!);
      if (open) shown.push(...attempts);
      else nothing = from === null ? { reason: 'attempt-open', from: null } : { reason: 'keys-later', from };
    }
    const questions = await this.questionsOf(shown);
    return { questions, nothing: questions.length > 0 ? null : nothing };
  }

  private async questionsOf(attempts: readonly AttemptRow[]): Promise<Material[]> {
    const answers = await this.attempts.answersOf(attempts.map(({ id }) => id));
    const asked = attempts.flatMap(({ id, track, bank }) =>
      (answers.get(id) ?? []).filter(({ written }) => !written).map((row) => ({ ...row, track, bank })),
    );
    const current = await this.store.asked(asked.map(({ itemId }) => itemId));
    const banks = new Map<string, FrozenBank>();
    for (const hash of new Set(attempts.map(({ bank }) => bank))) banks.set(hash, await this.attempts.frozen(hash));
    const questions = new Map<string, Material>();
    for (const { itemId, version, name, track, bank } of asked) {
      const skill = banks.get(bank)?.items.find(({ id }) => id === name)?.skill;
      if (skill === undefined || current.get(itemId) !== version) continue;
      questions.set(itemId, { itemId, version, skill, track });
    }
    return [...questions.values()];
  }
}

/** What the attempts that are over have shown, in their order. */
export const assessedBy = (attempts: readonly AttemptRow[]): Assessed[] =>
  attempts.flatMap(({ outcome, finishedAt: at }) =>
    outcome === null || at === null ? [] : [{ mastery: outcome.mastery, at }],
  );
