import { Injectable } from '@nestjs/common';
import type { GradeCell, gradebook, OutputOf, ParsedInputOf } from '@tailcamp/contracts';
import { type Actor, personBehind } from '../../../../kernel/actor.js';
import { AppError } from '../../../../kernel/app-error.js';
import { Clock } from '../../../../kernel/clock.js';
import { csvOf } from '../../../../kernel/csv.js';
import { newId } from '../../../../kernel/id.js';
import { decodeIdCursor, pageOf } from '../../../../kernel/page.js';
import { Database } from '../../../../platform/database/index.js';
import { Outbox } from '../../../../platform/outbox/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CampAccess, Roster } from '../../../camps/index.js';
import { StandingGroups } from '../../../groups/index.js';
import { People } from '../../../identity/index.js';
import { counted } from '../../domain/grading.js';
import { GradeStore, type ResultRow } from '../../store/course/grade-store.js';
import { MilestoneStore } from '../../store/course/milestone-store.js';
import { RESULTS_PUBLISHED } from '../topics.js';
import { GradeNews } from './grade-news.js';
import { feedbackOf } from './hand-in.js';

type Book = OutputOf<typeof gradebook.get>;

/** The points of everybody: read, set by hand, traced, taken elsewhere. */
@Injectable()
export class Gradebook {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly streams: Streams,
    private readonly outbox: Outbox,
    private readonly camps: CampAccess,
    private readonly roster: Roster,
    private readonly people: People,
    private readonly groups: StandingGroups,
    private readonly news: GradeNews,
    private readonly milestones: MilestoneStore,
    private readonly store: GradeStore,
  ) {}

  async read(actor: Actor, { campId }: ParsedInputOf<typeof gradebook.get>): Promise<Book> {
    await this.camps.require(actor, campId, 'project.teach');
    const seq = await this.streams.sequence(`camp:${campId}`);
    const all = await this.milestones.ofCamp(campId);
    const ids = all.map(({ id }) => id);
    const handedIn = await this.store.submissionsFor(ids);
    const drafts = (await this.store.feedbackFor(ids)).map((row) => {
      return feedbackOf(
        row,
        all.find(({ id }) => id === row.milestoneId),
        handedIn,
      );
    });
    const published = new Map(
      (await this.store.resultsFor(ids)).map((row) => [`${row.milestoneId} ${row.memberId}`, row]),
    );
    const groupOf = new Map(
      (await this.groups.inCamp(campId)).flatMap(({ id, name, memberIds }) => {
        return memberIds.map((memberId) => [memberId, { id, name }] as const);
      }),
    );
    const students = (await this.roster.members(campId)).filter(({ role }) => role === 'student');
    const rows = students.map(({ id: memberId, name }) => {
      const group = groupOf.get(memberId);
      const cells = ids.map((milestoneId): GradeCell => {
        const row = published.get(`${milestoneId} ${memberId}`);
        const inIt = row?.groupId ?? group?.id ?? null;
        const draft = drafts.find((one) => one.milestoneId === milestoneId && one.groupId === inIt);
        const sent = handedIn.find((one) => one.milestoneId === milestoneId && one.groupId === inIt);
        const own = draft?.members.find((member) => member.memberId === memberId)?.points;
        const isOut = row !== undefined && row.publishedAt !== null;
        const given = isOut ? row.given : (own ?? draft?.points ?? null);
        const penalty = isOut ? row.penalty : (draft?.penalty ?? 0);
        const override = row?.override ?? null;
        const reached = { given, penalty, override };
        const about = { milestoneId, groupId: inIt, submitted: sent !== undefined, late: (draft?.penalty ?? 0) > 0 };
        return { ...about, ...reached, points: counted(reached), published: isOut || override !== null };
      });
      const total = Math.round(cells.reduce((sum, { points }) => sum + (points ?? 0), 0) * 100) / 100;
      return { memberId, name, groupName: group?.name ?? null, cells, total };
    });
    return {
      milestones: all.map(({ id, title, points, dueAt }) => ({ id, title, points, dueAt })),
      of: all.reduce((sum, { points }) => sum + points, 0),
      rows: rows.sort((a, b) => a.name.localeCompare(b.name) || (a.memberId < b.memberId ? -1 : 1)),
      seq,
    };
  }

  async override(
    actor: Actor,
    { campId, overrides, reason }: ParsedInputOf<typeof gradebook.override>,
  ): Promise<OutputOf<typeof gradebook.override>> {
    await this.camps.require(actor, campId, 'project.teach');
    const { userId } = personBehind(actor);
    const students = new Set(
      (await this.roster.members(campId)).filter(({ role }) => role === 'student').map(({ id }) => id),
    );
    const known = new Set((await this.milestones.ofCamp(campId)).map(({ id }) => id));
    overrides.forEach(({ memberId, milestoneId }, at) => {
      const field = !students.has(memberId) ? 'memberId' : !known.has(milestoneId) ? 'milestoneId' : null;
      if (field === null) return;
      const message = 'Not of this camp';
      throw new AppError('invalid_input', { fields: [{ field: `overrides.${at}.${field}`, message }] });
    });
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const milestoneIds = [...new Set(overrides.map(({ milestoneId }) => milestoneId))].sort();
      for (const milestoneId of milestoneIds) await this.store.hold(tx, milestoneId);
      const rows = new Map(
        (await this.store.resultsFor(milestoneIds, tx)).map((row) => [`${row.milestoneId} ${row.memberId}`, row]),
      );
      const told = new Map<string, Set<string>>();
      let changed = 0;
      for (const { memberId, milestoneId, points } of overrides) {
        const was: ResultRow = rows.get(`${milestoneId} ${memberId}`) ?? nothing(milestoneId, memberId);
        if (was.override === points) continue;
        const row = { ...was, override: points, publishedAt: was.publishedAt ?? (points === null ? null : now) };
        await this.store.saveResult(tx, row);
        rows.set(`${milestoneId} ${memberId}`, row);
        const change = { id: newId(now.getTime()), campId, milestoneId, memberId, at: now, byUser: userId, reason };
        await this.store.addChanges(tx, [{ ...change, what: 'override', from: counted(was), to: counted(row) }]);
        told.set(milestoneId, (told.get(milestoneId) ?? new Set()).add(memberId));
        changed += 1;
      }
      for (const [milestoneId, memberIds] of told) {
        await this.news.changed(tx, { campId, milestoneId, groupId: null }, [...memberIds]);
        await this.outbox.put(tx, RESULTS_PUBLISHED, { campId, milestoneId, memberIds: [...memberIds] });
      }
      return { changed };
    });
  }

  async audit(
    actor: Actor,
    { campId, memberId, cursor, limit }: ParsedInputOf<typeof gradebook.audit>,
  ): Promise<OutputOf<typeof gradebook.audit>> {
    await this.camps.require(actor, campId, 'project.teach');
    const before = cursor === undefined ? null : decodeIdCursor(cursor);
    const rows = await this.store.changes(campId, memberId ?? null, before, limit + 1);
    const people = await this.people.find(rows.flatMap(({ byUser }) => byUser ?? []));
    const changes = rows.map(({ byUser, at, campId: _, ...row }) => {
      return { ...row, at: at.toISOString(), by: byUser === null ? null : (people.get(byUser)?.name ?? null) };
    });
    return pageOf(changes, limit, ({ id }) => [id]);
  }

  async export(actor: Actor, input: ParsedInputOf<typeof gradebook.export>): Promise<string> {
    await this.camps.require(actor, input.campId, 'project.teach');
    const { milestones, rows, of } = await this.read(actor, input);
    const emails = new Map((await this.roster.members(input.campId)).map(({ id, email }) => [id, email ?? '']));
    const head = ['id', 'name', 'email', 'group', ...milestones.map(({ title }) => title), 'total', 'of'];
    const body = rows.map(({ memberId, name, groupName, cells, total }) => [
      memberId,
      name,
      emails.get(memberId) ?? '',
      groupName ?? '',
      ...cells.map(({ points }) => points ?? ''),
      total,
      of,
    ]);
    return csvOf([head, ...body]);
  }
}

const nothing = (milestoneId: string, memberId: string): ResultRow => ({
  milestoneId,
  memberId,
  groupId: null,
  given: null,
  penalty: 0,
  override: null,
  levels: {},
  groupText: '',
  myText: '',
  publishedAt: null,
});
