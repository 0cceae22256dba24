import { Injectable } from '@nestjs/common';
import type { OutputOf, ParsedInputOf, practice } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError } from '../../../../kernel/app-error.js';
import { Clock } from '../../../../kernel/clock.js';
import { CampAccess } from '../../../camps/index.js';
import { isDue, leastRecent, type Material, skillDue } from '../../domain/practice/next.js';
import { type Practised, type SkillStanding, standings } from '../../domain/practice/standing.js';
import { AttemptStore } from '../../store/attempts/attempt-store.js';
import { type AskedPractice, PracticeStore } from '../../store/practice/practice-store.js';
import { AskQuestion } from './ask-question.js';
import { assessedBy, Practisable } from './practisable.js';

type Asked = ParsedInputOf<typeof practice.next>;

/** What a member may practise now, and how well they know it. */
interface Desk {
  questions: readonly Material[];
  known: ReadonlyMap<string, SkillStanding>;
  practised: readonly Practised[];
  now: Date;
}

/** Asks a question to practise. The one that waits already is asked again, so that a reload changes nothing. */
@Injectable()
export class NextPractice {
  constructor(
    private readonly clock: Clock,
    private readonly access: CampAccess,
    private readonly attempts: AttemptStore,
    private readonly store: PracticeStore,
    private readonly practisable: Practisable,
    private readonly ask: AskQuestion,
  ) {}

  async run(actor: Actor, { campId, skill }: Asked): Promise<OutputOf<typeof practice.next>> {
    const { memberId } = await this.access.require(actor, campId, 'assessment.take');
    if (memberId === null) throw new AppError('forbidden');
    const { questions, nothing } = await this.practisable.of(campId, memberId);
    const practised = await this.store.ofMember(memberId);
    const known = standings(assessedBy(await this.attempts.ofMember(memberId)), practised);
    const desk = { questions, practised, known, now: this.clock.now() };
    const skills = new Set(questions.map((one) => one.skill));
    const due = [...skills].filter((one) => isDue(desk.known.get(one), desk.now)).length;
    if (nothing !== null) return { question: null, due, nothing };
    const asked = await this.asked(campId, memberId, skill, desk);
    if (asked !== null) return { question: await this.ask.view(asked), due, nothing: null };
    if (skill !== undefined) return { question: null, due, nothing: { reason: 'nothing-shown', from: null } };
    const next = Math.min(...[...skills].map((one) => desk.known.get(one)?.due?.getTime() ?? 0));
    return { question: null, due, nothing: { reason: 'nothing-due', from: new Date(next).toISOString() } };
  }

  private async asked(
    campId: string,
    memberId: string,
    wanted: string | undefined,
    desk: Desk,
  ): Promise<AskedPractice | null> {
    const waiting = await this.store.waiting(memberId);
    const stands =
      waiting !== null &&
      (wanted === undefined || waiting.skill === wanted) &&
      desk.questions.some(({ itemId, version }) => itemId === waiting.itemId && version === waiting.version);
    if (stands) return waiting;
    const skill = wanted ?? skillDue(new Set(desk.questions.map((one) => one.skill)), desk.known, desk.now);
    const next = leastRecent(
      desk.questions.filter((one) => one.skill === skill),
      desk.practised,
    );
    return this.ask.ask({ campId, memberId }, next, false);
  }
}
