import { Injectable } from '@nestjs/common';
import {
  type Feedback,
  type Milestone,
  type MyResult,
  type milestones,
  type OutputOf,
  type ParsedInputOf,
  type Submission,
  submissionsInOrder,
} from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError, notFound } from '../../../../kernel/app-error.js';
import { Streams } from '../../../../platform/streams/index.js';
import { counted, lateness } from '../../domain/grading.js';
import { TaskStore } from '../../store/board/task-store.js';
import { type FeedbackRow, GradeStore, type ResultRow, type SubmissionRow } from '../../store/course/grade-store.js';
import { type MilestoneRow, MilestoneStore } from '../../store/course/milestone-store.js';
import { Notes } from '../notes.js';
import { Workspaces } from '../workspaces.js';
import { GradeNews } from './grade-news.js';

/** What a group hands in, and what came of it. */
@Injectable()
export class HandIn {
  constructor(
    private readonly streams: Streams,
    private readonly workspaces: Workspaces,
    private readonly notes: Notes,
    private readonly news: GradeNews,
    private readonly tasks: TaskStore,
    private readonly milestones: MilestoneStore,
    private readonly store: GradeStore,
  ) {}

  async read(
    actor: Actor,
    { groupId }: ParsedInputOf<typeof milestones.ofGroup>,
  ): Promise<OutputOf<typeof milestones.ofGroup>> {
    const { standing } = await this.workspaces.require(actor, groupId, 'group.see');
    const seq = await this.streams.sequence(`group:${groupId}`);
    const ofCamp = new Map((await this.milestones.ofCamp(standing.group.campId)).map((one) => [one.id, one]));
    const handedIn = await this.store.submissionsOf(groupId);
    const mine = standing.me === null || standing.staff ? [] : await this.store.resultsOf(standing.me);
    const said = standing.staff ? await this.store.feedbackOf(groupId) : [];
    const of = <R extends { milestoneId: string }>(row: R) => ofCamp.get(row.milestoneId);
    return {
      groupId,
      submissions: submissionsInOrder(handedIn.flatMap((row) => submissionOf(row, of(row)) ?? [])),
      results: mine.flatMap((row) => resultOf(row, of(row)) ?? []).sort(byMilestone),
      feedback: said.map((row) => feedbackOf(row, of(row), handedIn)).sort(byMilestone),
      seq,
    };
  }

  async run(actor: Actor, input: ParsedInputOf<typeof milestones.submit>): Promise<OutputOf<typeof milestones.submit>> {
    const { groupId, milestoneId, text, links, taskIds } = input;
    const place = await this.workspaces.require(actor, groupId, 'project.submit');
    return this.workspaces.change(place, async (held) => {
      const { tx, workspace, now, by } = held;
      const milestone = await this.milestones.lock(tx, workspace.campId, milestoneId);
      if (milestone === null) throw notFound('The milestone');
      if (!lateness(milestone.late, milestone.dueAt, now).accepted) {
        throw new AppError('conflict', { detail: 'This milestone was due, and takes nothing any more.' });
      }
      const known = new Set((await this.tasks.some(tx, groupId, taskIds)).map(({ id }) => id));
      if (taskIds.some((id) => !known.has(id))) {
        throw new AppError('invalid_input', { fields: [{ field: 'taskIds', message: 'There is no such task.' }] });
      }
      if (text.trim() === '' && links.length === 0 && taskIds.length === 0) {
        throw new AppError('invalid_input', { fields: [{ field: 'text', message: 'Hand in something' }] });
      }
      const before = await this.store.submission(milestoneId, groupId, tx);
      const number = (before?.number ?? 0) + 1;
      const row = { milestoneId, groupId, text, links, taskIds, by, at: now, number };
      await this.store.saveSubmission(tx, row);
      const submission = submittedAs(row, milestone);
      const activity = await this.notes.add(held, { what: 'submission.sent' });
      const seq = await this.streams.append(tx, `group:${groupId}`, 'submission.changed', { submission, activity });
      await this.news.changed(tx, { campId: workspace.campId, milestoneId, groupId });
      return { submission, seq };
    });
  }
}

const byMilestone = (a: { milestoneId: string }, b: { milestoneId: string }) =>
  a.milestoneId < b.milestoneId ? -1 : 1;

type Due = Pick<MilestoneRow, 'late' | 'dueAt'>;
const dueOf = ({ late, dueAt }: Milestone): Due => ({ late, dueAt: new Date(dueAt) });

const submittedAs = ({ at, ...row }: SubmissionRow, { late, dueAt }: Due): Submission => ({
  ...row,
  at: at.toISOString(),
  late: lateness(late, dueAt, at).late,
});

const submissionOf = (row: SubmissionRow, milestone: Milestone | undefined): Submission | null =>
  milestone === undefined ? null : submittedAs(row, dueOf(milestone));

/** As the student reads it; null while nothing is published. */
function resultOf(row: ResultRow, milestone: Milestone | undefined): MyResult | null {
  if (milestone === undefined || row.publishedAt === null) return null;
  const { milestoneId, penalty, levels, groupText, myText, publishedAt } = row;
  const shown = { milestoneId, penalty, levels, groupText, myText, publishedAt: publishedAt.toISOString() };
  return { ...shown, points: counted(row), of: milestone.points };
}

/** As staff read it. */
export function feedbackOf(
  { publishedVersion, publishedAt, ...row }: FeedbackRow,
  milestone: Milestone | undefined,
  handedIn: readonly SubmissionRow[],
): Feedback {
  const sent = handedIn.find((one) => one.milestoneId === row.milestoneId && one.groupId === row.groupId);
  const { late, dueAt } = milestone === undefined ? { late: null, dueAt: null } : dueOf(milestone);
  const penalty = sent === undefined || late === null || dueAt === null ? 0 : lateness(late, dueAt, sent.at).penalty;
  return {
    ...row,
    penalty,
    publishedAt: publishedAt?.toISOString() ?? null,
    changed: publishedAt !== null && publishedVersion !== row.version,
  };
}
