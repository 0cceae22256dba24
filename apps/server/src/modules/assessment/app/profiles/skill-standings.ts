import { Injectable } from '@nestjs/common';
import { groupedBy } from '../../../../kernel/grouped.js';
import { type SkillStanding, standings } from '../../domain/practice/standing.js';
import { AttemptStore } from '../../store/attempts/attempt-store.js';
import { PracticeStore } from '../../store/practice/practice-store.js';
import { assessedBy, Practisable } from '../practice/practisable.js';

/** What members know of each skill, from assessment and practice together. Nothing here asks for permission: the caller has. */
@Injectable()
export class SkillStandings {
  constructor(
    private readonly attempts: AttemptStore,
    private readonly practice: PracticeStore,
    private readonly practisable: Practisable,
  ) {}

  /** Every skill that was assessed or practised. */
  async of(memberId: string): Promise<ReadonlyMap<string, SkillStanding>> {
    return standings(assessedBy(await this.attempts.ofMember(memberId)), await this.practice.ofMember(memberId));
  }

  /** The same for every member of a camp who was assessed or has practised. */
  async ofCamp(campId: string): Promise<ReadonlyMap<string, ReadonlyMap<string, SkillStanding>>> {
    const attempts = groupedBy(await this.attempts.over(campId), ({ memberId }) => memberId);
    const practised = await this.practice.ofCamp(campId);
    const members = new Set([...attempts.keys(), ...practised.keys()]);
    return new Map(
      [...members].map((id) => [id, standings(assessedBy(attempts.get(id) ?? []), practised.get(id) ?? [])]),
    );
  }

  /** Skill → how many of its questions a member may practise now. */
  async practisableOf(campId: string, memberId: string): Promise<ReadonlyMap<string, number>> {
    const { questions } = await this.practisable.of(campId, memberId);
    return new Map([...groupedBy(questions, ({ skill }) => skill)].map(([skill, all]) => [skill, all.length]));
  }
}
