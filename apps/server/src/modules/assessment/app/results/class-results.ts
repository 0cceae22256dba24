import { Injectable } from '@nestjs/common';
import type { ClassResult, classResults, OutputOf, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { decodeNumberCursor, pageOf } from '../../../../kernel/page.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CampAccess, Roster } from '../../../camps/index.js';
import type { FrozenBank } from '../../domain/attempt/frozen-bank.js';
import { distributionOf, MASTERED, meanOf } from '../../domain/class-results.js';
import { resultsCsv } from '../../domain/results-csv.js';
import { type AttemptRow, AttemptStore } from '../../store/attempts/attempt-store.js';
import { TrackBanks } from '../attempts/track-banks.js';

/** A student with their attempts of one track, newest first. */
interface Student {
  memberId: string;
  name: string;
  attempts: AttemptRow[];
}

/** How a class did in a track. */
@Injectable()
export class ClassResults {
  constructor(
    private readonly streams: Streams,
    private readonly access: CampAccess,
    private readonly roster: Roster,
    private readonly attempts: AttemptStore,
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
    const outcomes = students.flatMap(({ attempts }) => newestOver(attempts)?.outcome ?? []);
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
      students.map((student) => resultOf(student, frozen, newestOver(student.attempts)?.outcome?.answered ?? 0)),
    );
  }

  /** Every student of the camp by name, whether or not they have begun. */
  private async read(campId: string, track: string): Promise<{ frozen: FrozenBank; students: Student[] }> {
    const { frozen } = await this.banks.of(campId, track);
    const members = (await this.roster.members(campId)).filter(({ role }) => role === 'student');
    const attempts = await this.attempts.ofTrack(campId, track);
    const students = members.map(({ id: memberId, name }) => ({
      memberId,
      name,
      attempts: attempts.filter((attempt) => attempt.memberId === memberId),
    }));
    return {
      frozen,
      students: students.sort((a, b) => a.name.localeCompare(b.name) || (a.memberId < b.memberId ? -1 : 1)),
    };
  }
}

const newestOver = (attempts: readonly AttemptRow[]) => attempts.find(({ state }) => state === 'over');

function resultOf({ memberId, name, attempts }: Student, { skills }: FrozenBank, answered: number): ClassResult {
  const [newest] = attempts;
  const over = newestOver(attempts);
  return {
    memberId,
    name,
    state: newest?.state ?? 'not-started',
    answered,
    attemptId: over?.id ?? null,
    ability: over?.outcome?.ability ?? null,
    standardError: over?.outcome?.standardError ?? null,
    finishedAt: over?.finishedAt?.toISOString() ?? null,
    pending: attempts.reduce((sum, { pending }) => sum + pending, 0),
    mastery: skills.map(({ id }) => over?.outcome?.mastery[id] ?? null),
  };
}
