import { Injectable } from '@nestjs/common';
import type { Milestone, milestones, OutputOf, ParsedInputOf } from '@tailcamp/contracts';
import { type Actor, personBehind } from '../../../../kernel/actor.js';
import { AppError, notFound, stale } from '../../../../kernel/app-error.js';
import { Clock } from '../../../../kernel/clock.js';
import { newId } from '../../../../kernel/id.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CampAccess } from '../../../camps/index.js';
import { reachable } from '../../domain/grading.js';
import { GradeStore } from '../../store/course/grade-store.js';
import { type MilestoneRow, MilestoneStore, milestoneOf } from '../../store/course/milestone-store.js';

type Answer = OutputOf<typeof milestones.create>;

/** The milestones of a camp. */
@Injectable()
export class SetMilestones {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly streams: Streams,
    private readonly camps: CampAccess,
    private readonly store: MilestoneStore,
    private readonly grades: GradeStore,
  ) {}

  async list(
    actor: Actor,
    { campId }: ParsedInputOf<typeof milestones.list>,
  ): Promise<OutputOf<typeof milestones.list>> {
    await this.camps.require(actor, campId, 'camp.see');
    const seq = await this.streams.sequence(`camp:${campId}`);
    return { campId, milestones: await this.store.ofCamp(campId), seq };
  }

  async create(actor: Actor, input: ParsedInputOf<typeof milestones.create>): Promise<Answer> {
    const { campId, clientId, dueAt, ...fields } = input;
    await this.camps.require(actor, campId, 'project.teach');
    distinct(fields.rubric);
    const { userId } = personBehind(actor);
    return this.database.transaction(async (tx) => {
      const createdAt = this.clock.now();
      const made = { id: newId(createdAt.getTime()), campId, madeBy: userId, clientId, createdAt };
      const points = reachable(fields.rubric, fields.points);
      const [added] = await this.store.add(tx, [{ ...fields, ...made, points, dueAt: new Date(dueAt) }]);
      if (added !== undefined) return this.tell(tx, milestoneOf(added));
      const twin = await this.store.made(tx, userId, clientId);
      if (twin?.campId === campId) return { milestone: milestoneOf(twin), seq: 0 };
      throw new AppError('conflict', { detail: 'This clientId was used in another camp; make a new one.' });
    });
  }

  async change(actor: Actor, input: ParsedInputOf<typeof milestones.change>): Promise<Answer> {
    const { campId, milestoneId, version, dueAt, ...given } = input;
    await this.camps.require(actor, campId, 'project.teach');
    return this.database.transaction(async (tx) => {
      const was = await this.known(tx, campId, milestoneId);
      if (was.version !== version) throw stale(milestoneOf(was));
      const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      const to: MilestoneRow = { ...was, ...set, ...(dueAt === undefined ? {} : { dueAt: new Date(dueAt) }) };
      distinct(to.rubric);
      const row = { ...to, points: reachable(to.rubric, to.points), version: version + 1 };
      await this.store.save(tx, row);
      return this.tell(tx, milestoneOf(row));
    });
  }

  /** Only while nothing was handed in for it. */
  async remove(
    actor: Actor,
    { campId, milestoneId }: ParsedInputOf<typeof milestones.remove>,
  ): Promise<Record<string, never>> {
    await this.camps.require(actor, campId, 'project.teach');
    await this.database.transaction(async (tx) => {
      await this.known(tx, campId, milestoneId);
      if (await this.grades.touches(tx, milestoneId)) {
        throw new AppError('conflict', { detail: 'Something was handed in or said for this milestone.' });
      }
      await this.store.remove(tx, milestoneId);
      await this.streams.append(tx, `camp:${campId}`, 'milestone.removed', { campId, milestoneId });
    });
    return {};
  }

  private async known(tx: Sql, campId: string, milestoneId: string): Promise<MilestoneRow> {
    const row = await this.store.lock(tx, campId, milestoneId);
    if (row === null) throw notFound('The milestone');
    return row;
  }

  private async tell(tx: Sql, milestone: Milestone): Promise<Answer> {
    const seq = await this.streams.append(tx, `camp:${milestone.campId}`, 'milestone.changed', { milestone });
    return { milestone, seq };
  }
}

function distinct(rubric: Milestone['rubric']): void {
  const ids = rubric.flatMap(({ id, levels }) => [id, ...levels.map((level) => level.id)]);
  if (new Set(ids).size === ids.length) return;
  throw new AppError('invalid_input', { fields: [{ field: 'rubric', message: 'Each id once' }] });
}
