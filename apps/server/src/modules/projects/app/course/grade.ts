import { Injectable } from '@nestjs/common';
import type { Feedback, milestones, OutputOf, ParsedInputOf } from '@tailcamp/contracts';
import { type Actor, personBehind } from '../../../../kernel/actor.js';
import { AppError, notFound, stale } from '../../../../kernel/app-error.js';
import { Clock } from '../../../../kernel/clock.js';
import { newId } from '../../../../kernel/id.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { Outbox } from '../../../../platform/outbox/index.js';
import { CampAccess } from '../../../camps/index.js';
import { GroupAccess, StandingGroups } from '../../../groups/index.js';
import { choosesWhatThereIs, counted, rubricPoints } from '../../domain/grading.js';
import { type FeedbackRow, GradeStore, type ResultRow } from '../../store/course/grade-store.js';
import { MilestoneStore, milestoneOf } from '../../store/course/milestone-store.js';
import { RESULTS_PUBLISHED } from '../topics.js';
import { GradeNews } from './grade-news.js';
import { feedbackOf } from './hand-in.js';

const refused = (field: string, message: string) => new AppError('invalid_input', { fields: [{ field, message }] });

/** Staff write feedback and points, and let students see them when they are ready. */
@Injectable()
export class Grade {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly camps: CampAccess,
    private readonly groups: GroupAccess,
    private readonly standing: StandingGroups,
    private readonly news: GradeNews,
    private readonly milestones: MilestoneStore,
    private readonly store: GradeStore,
  ) {}

  async write(actor: Actor, input: ParsedInputOf<typeof milestones.grade>): Promise<Feedback> {
    const { groupId, milestoneId, version, levels, points, text, members } = input;
    const { group, memberIds } = await this.groups.require(actor, groupId, 'group.see');
    await this.camps.require(actor, group.campId, 'project.teach');
    const ids = members.map(({ memberId }) => memberId);
    if (ids.some((id) => !memberIds.includes(id)) || new Set(ids).size < ids.length) {
      throw refused('members', 'Members of the group, each once');
    }
    return this.database.transaction(async (tx) => {
      const milestone = await this.milestones.lock(tx, group.campId, milestoneId);
      if (milestone === null) throw notFound('The milestone');
      if (!choosesWhatThereIs(milestone.rubric, levels)) throw refused('levels', 'There is no such level.');
      const was = await this.store.feedback(tx, milestoneId, groupId);
      const handedIn = await this.store.submissionsFor([milestoneId], tx);
      const view = (row: FeedbackRow) => feedbackOf(row, milestoneOf(milestone), handedIn);
      if ((was?.version ?? 0) !== version) throw stale(was === null ? null : view(was));
      const given = points ?? rubricPoints(milestone.rubric, levels);
      const row: FeedbackRow = {
        milestoneId,
        groupId,
        levels,
        points: given,
        text,
        members,
        publishedAt: was?.publishedAt ?? null,
        publishedVersion: was?.publishedVersion ?? null,
        version: version + 1,
      };
      await this.store.saveFeedback(tx, row);
      await this.news.changed(tx, { campId: group.campId, milestoneId, groupId });
      return view(row);
    });
  }

  /** What is published again without a change tells nobody. */
  async publish(
    actor: Actor,
    { campId, milestoneId, groupIds }: ParsedInputOf<typeof milestones.publish>,
  ): Promise<OutputOf<typeof milestones.publish>> {
    await this.camps.require(actor, campId, 'project.teach');
    const { userId } = personBehind(actor);
    return this.database.transaction(async (tx) => {
      const row = await this.milestones.lock(tx, campId, milestoneId);
      if (row === null) throw notFound('The milestone');
      const handedIn = await this.store.submissionsFor([milestoneId], tx);
      const written = (await this.store.feedbackFor([milestoneId], tx, groupIds)).filter((one) => {
        return one.publishedVersion !== one.version && hasPoints(one);
      });
      const inGroup = new Map((await this.standing.inCamp(campId, tx)).map(({ id, memberIds }) => [id, memberIds]));
      let members = 0;
      for (const one of written) {
        const { penalty } = feedbackOf(one, milestoneOf(row), handedIn);
        const memberIds = inGroup.get(one.groupId) ?? one.members.map(({ memberId }) => memberId);
        await this.publishTo(tx, { campId, userId, feedback: one, penalty }, memberIds);
        members += memberIds.length;
      }
      return { groups: written.length, members };
    });
  }

  private async publishTo(
    tx: Sql,
    { campId, userId, feedback, penalty }: { campId: string; userId: string; feedback: FeedbackRow; penalty: number },
    memberIds: readonly string[],
  ): Promise<void> {
    const { milestoneId, groupId, levels, text: groupText } = feedback;
    const now = this.clock.now();
    const before = new Map((await this.store.resultsFor([milestoneId], tx)).map((one) => [one.memberId, one]));
    for (const memberId of memberIds) {
      const own = feedback.members.find((one) => one.memberId === memberId);
      const was = before.get(memberId);
      const result: ResultRow = {
        milestoneId,
        memberId,
        groupId,
        given: own?.points ?? feedback.points,
        penalty,
        override: was?.override ?? null,
        levels,
        groupText,
        myText: own?.text ?? '',
        publishedAt: now,
      };
      await this.store.saveResult(tx, result);
      const [from, to] = [was === undefined ? null : counted(was), counted(result)];
      const change = { id: newId(now.getTime()), campId, milestoneId, memberId, at: now, byUser: userId, reason: '' };
      if (from !== to) await this.store.addChanges(tx, [{ ...change, what: 'published', from, to }]);
    }
    await this.store.saveFeedback(tx, { ...feedback, publishedAt: now, publishedVersion: feedback.version });
    await this.news.changed(tx, { campId, milestoneId, groupId }, memberIds);
    await this.outbox.put(tx, RESULTS_PUBLISHED, { campId, milestoneId, memberIds: [...memberIds] });
  }
}

const hasPoints = ({ points, members }: FeedbackRow): boolean =>
  points !== null || members.some((member) => member.points !== null);
