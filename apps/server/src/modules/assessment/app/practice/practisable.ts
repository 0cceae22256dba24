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
 * The questions that a member may practise: those whose keys they have been told, or are due to be: of their attempts, and
 * of the checks that closed lessons. One that has been changed since, or is not asked any more, is left out: its key may
 * be another, which nobody has shown yet.
 */
@Injectable()
export class Practisable {
  constructor(
    private readonly attempts: AttemptStore,
    private readonly store: PracticeStore,
    private readonly keys: KeysDue,
  ) {}

  async of(campId: string, memberId: string): Promise<PracticeMaterial> {
    const over = (await this.attempts.ofMember(memberId)).filter(({ state }) => state === 'over');
    const attempts = groupedBy(over, ({ track }) => track);
    const checks = groupedBy(await this.store.toldByChecks(memberId), ({ track }) => track);
    const shown: Material[] = [];
    let nothing: NothingToPractise = { reason: 'nothing-shown', from: null };
    for (const track of new Set([...attempts.keys(), ...checks.keys()])) {
      const held = await this.heldUp(campId, memberId, track);
      if (held === null) shown.push(...(await this.askedIn(attempts.get(track) ?? [])), ...(checks.get(track) ?? []));
      else nothing = held;
    }
    const current = await this.store.asked(shown.map(({ itemId }) => itemId));
    const unchanged = shown.filter(({ itemId, version }) => current.get(itemId) === version);
    const questions = [...new Map(unchanged.map((one) => [one.itemId, one])).values()];
    return { questions, nothing: questions.length > 0 ? null : nothing };
  }

  /** Why a member must not be told keys of a track now; null where nothing speaks against it. */
  async heldUp(campId: string, memberId: string, track: string): Promise<NothingToPractise | null> {
    const { open, from } = await this.keys.of({ campId, memberId, track });
    if (open) return null;
    return from === null ? { reason: 'attempt-open', from: null } : { reason: 'keys-later', from };
  }

  private async askedIn(attempts: readonly AttemptRow[]): Promise<Material[]> {
    const answers = await this.attempts.answersOf(attempts.map(({ id }) => id));
    const banks = new Map<string, FrozenBank>();
    for (const hash of new Set(attempts.map(({ bank }) => bank))) banks.set(hash, await this.attempts.frozen(hash));
    return attempts.flatMap(({ id, track, bank }) =>
      (answers.get(id) ?? []).flatMap(({ itemId, version, name, written }) => {
        const skill = banks.get(bank)?.items.find((item) => item.id === name)?.skill;
        return written || skill === undefined ? [] : [{ itemId, version, skill, track }];
      }),
    );
  }
}

/** What the attempts that are over have shown, in their order. */
export const assessedBy = (attempts: readonly AttemptRow[]): Assessed[] =>
  attempts.flatMap(({ outcome, finishedAt: at }) =>
    outcome === null || at === null ? [] : [{ mastery: outcome.mastery, at }],
  );
