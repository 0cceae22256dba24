import { Injectable } from '@nestjs/common';
import type { AttemptResult } from '@tailcamp/contracts';
import { Clock } from '../../../../kernel/clock.js';
import { Roster } from '../../../camps/index.js';
import { type AttemptRow, AttemptStore } from '../../store/attempts/attempt-store.js';
import { CampRules } from '../settings/camp-rules.js';

/** Whose questions, of which track; `id` is the attempt that they belong to, if they belong to one. */
type AskedOf = Pick<AttemptRow, 'campId' | 'memberId' | 'track'> & { id?: string };

/**
 * Whether a learner may be told the keys of an attempt that is over. They wait for the moment that the camp says, and
 * while another attempt of theirs asks from the same questions: a second attempt draws from the bank of the first, and
 * every camp that has the track from the same library.
 */
@Injectable()
export class KeysDue {
  constructor(
    private readonly clock: Clock,
    private readonly roster: Roster,
    private readonly rules: CampRules,
    private readonly store: AttemptStore,
  ) {}

  /** @param asked an attempt, or any questions of a track */
  async of(asked: AskedOf): Promise<AttemptResult['review']> {
    const { reviewFrom } = (await this.rules.of(asked.campId)).settings;
    if (reviewFrom !== null && this.clock.now() < new Date(reviewFrom)) return { open: false, from: reviewFrom };
    return { open: !(await this.asksElsewhere(asked)), from: null };
  }

  /** Whether another attempt of the same person and track is open, in whatever camp. */
  async asksElsewhere({ id, memberId, track }: Omit<AskedOf, 'campId'>): Promise<boolean> {
    const userId = (await this.roster.userIds([memberId])).get(memberId);
    const places = userId === undefined ? [] : await this.roster.membershipsOf(userId);
    for (const place of places) {
      const attempts = await this.store.ofMember(place.memberId, track);
      if (attempts.some((other) => other.id !== id && other.state === 'open')) return true;
    }
    return false;
  }
}
