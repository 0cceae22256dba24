import { Injectable } from '@nestjs/common';
import type { ClassResult, classResults, OutputOf, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { groupedBy } from '../../../../kernel/grouped.js';
import { decodeNumberCursor, pageOf } from '../../../../kernel/page.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CampAccess, Roster } from '../../../camps/index.js';
import type { FrozenBank } from '../../domain/attempt/frozen-bank.js';
import type { Outcome } from '../../domain/attempt/outcome.js';
import { distributionOf, MASTERED, meanOf } from '../../domain/class-results.js';
import { masteriesNow, type Practised } from '../../domain/practice/standing.js';
import { resultsCsv } from '../../domain/results-csv.js';
import { type AttemptRow, AttemptStore } from '../../store/attempts/attempt-store.js';
import { PracticeStore } from '../../store/practice/practice-store.js';
import { TrackBanks } from '../attempts/track-banks.js';

/** A student with their attempts of one track, newest first. */
interface Student {
  memberId: string;
  name: string;
  attempts: readonly AttemptRow[];
  /** Of the newest that is over, masteries with what was practised since. */
  shown: Outcome | null;
}

/** How a class did in a track. */
@Injectable()
export class ClassResults {
  constructor(
    private readonly streams: Streams,
    private readonly access: CampAccess,
    private readonly roster: Roster,
    private readonly attempts: AttemptStore,
    private readonly practice: PracticeStore,
    private readonly banks: TrackBanks,
  ) {}

  async get(
    actor: Actor,
    { campId, track, cursor, limit }: ParsedInputOf<typeof classResults.get>,
  ): Promise<OutputOf<typeof classResults.get>> {
    await this.access.require(actor, campId, 'assessment.manage');
    const seq = await this.streams.sequence(`camp:${campId}`);
    const { frozen, students } = await this.read(campId, track);
    const from = cursor === undefined ? 0 : decodeNumberCursor(cursor);
    const rows = students.slice(from, from + limit + 1).map((student, at) => ({ student, number: from + at + 1 }));
    const { items, next } = pageOf(rows, limit, ({ number }) => [number]);
    const answered = await this.attempts.answersOf(items.flatMap(({ student }) => student.attempts[0]?.id ?? []));
    const outcomes = students.flatMap(({ shown }) => shown ?? []);
    const domains = new Map(frozen.domains.map((domain) => [domain.id, domain]));
    return {
      items: items.map(({ student }) => {
        const open = answered.get(student.attempts[0]?.id ?? '') ?? [];
        return resultOf(student, frozen, open.filter(({ answer }) => answer !== null).length);
      }),
      next,
      track: frozen.track,
      students: students.length,
      finished: outcomes.length,
      open: students.filter(({ attempts }) => attempts[0]?.state === 'open').length,
      pending: students.flatMap(({ attempts }) => attempts).reduce((sum, { pending }) => sum + pending, 0),
      meanAbility: meanOf(outcomes.map(({ ability }) => ability)),
      distribution: distributionOf(outcomes.map(({ ability }) => ability)),
      skills: frozen.skills.map(({ id, title, domain }) => {
        const known = outcomes.flatMap(({ mastery }) => mastery[id] ?? []);
        return {
          id,
          title,
          domain: domains.get(domain) ?? frozen.track,
          mean: meanOf(known),
          mastered: known.filter((mastery) => mastery >= MASTERED).length,
        };
      }),
      seq,
    };
  }

  async export(actor: Actor, { campId, track }: ParsedInputOf<typeof classResults.export>): Promise<string> {
    await this.access.require(actor, campId, 'assessment.manage');
    const { frozen, students } = await this.read(campId, track);
    return resultsCsv(
      frozen.skills,
      students.map((student) => resultOf(student, frozen, student.shown?.answered ?? 0)),
    );
  }

  /** Every student of the camp by name, whether or not they have begun. */
  private async read(campId: string, track: string): Promise<{ frozen: FrozenBank; students: Student[] }> {
    const { frozen } = await this.banks.of(campId, track);
    const members = (await this.roster.members(campId)).filter(({ role }) => role === 'student');
    const all = groupedBy(await this.attempts.ofTrack(campId, track), ({ memberId }) => memberId);
    const practised = await this.practice.ofCamp(campId);
    const students = members.map(({ id: memberId, name }): Student => {
      const attempts = all.get(memberId) ?? [];
      return { memberId, name, attempts, shown: shownBy(newestOver(attempts), practised.get(memberId) ?? []) };
    });
    return {
      frozen,
      students: students.sort((a, b) => a.name.localeCompare(b.name) || (a.memberId < b.memberId ? -1 : 1)),
    };
  }
}

const newestOver = (attempts: readonly AttemptRow[]) => attempts.find(({ state }) => state === 'over');

function shownBy(over: AttemptRow | undefined, practised: readonly Practised[]): Outcome | null {
  if (over?.outcome == null || over.finishedAt === null) return null;
  const { outcome, finishedAt: at } = over;
  return { ...outcome, mastery: masteriesNow({ mastery: outcome.mastery, at }, practised) };
}

function resultOf({ memberId, name, attempts, shown }: Student, { skills }: FrozenBank, answered: number): ClassResult {
  const [newest] = attempts;
  const over = newestOver(attempts);
  return {
    memberId,
    name,
    state: newest?.state ?? 'not-started',
    answered,
    attemptId: over?.id ?? null,
    ability: shown?.ability ?? null,
    standardError: shown?.standardError ?? null,
    finishedAt: over?.finishedAt?.toISOString() ?? null,
    pending: attempts.reduce((sum, { pending }) => sum + pending, 0),
    mastery: skills.map(({ id }) => shown?.mastery[id] ?? null),
  };
}
