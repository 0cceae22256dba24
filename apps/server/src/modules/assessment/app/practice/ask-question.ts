import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PracticeQuestion } from '@tailcamp/contracts';
import { Clock } from '../../../../kernel/clock.js';
import { newId } from '../../../../kernel/id.js';
import { Database, isUniqueViolation } from '../../../../platform/database/index.js';
import { askedOf, layoutOf } from '../../domain/attempt/question-layout.js';
import type { Material } from '../../domain/practice/next.js';
import { LibraryStore } from '../../store/library/library-store.js';
import { type AskedPractice, PracticeStore } from '../../store/practice/practice-store.js';
import { SkillNames } from './skill-names.js';

/** Puts one question to a member, in the place of the one that waits. */
@Injectable()
export class AskQuestion {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly library: LibraryStore,
    private readonly store: PracticeStore,
    private readonly names: SkillNames,
  ) {}

  /**
   * @param next null only takes back the one that waits
   * @param check whether it closes a lesson
   */
  async ask(
    { campId, memberId }: { campId: string; memberId: string },
    next: Material | null,
    check: boolean,
  ): Promise<AskedPractice | null> {
    const waiting = await this.store.waiting(memberId);
    const item = next && (await this.library.version(next.itemId, next.version));
    const now = this.clock.now();
    try {
      return await this.database.transaction(async (tx) => {
        if (waiting !== null) await this.store.withdraw(tx, waiting.id);
        if (next === null || item === null) return null;
        const { itemId, version, skill, track } = next;
        const layout = layoutOf(item, randomInt(2 ** 32));
        const of = { campId, memberId, track, skill, itemId, version };
        const asked = { id: newId(now.getTime()), ...of, check, layout, askedAt: now };
        await this.store.ask(tx, asked);
        return asked;
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      // Another window of the same learner was faster: its question is the one that waits.
      return this.store.waiting(memberId);
    }
  }

  async view({ id, campId, itemId, version, skill: name, layout }: AskedPractice): Promise<PracticeQuestion> {
    const item = await this.library.version(itemId, version);
    const { skill, domain } = await this.names.of(campId, name);
    return { practiceId: id, skill, asked: askedOf(item, domain, layout) };
  }
}
