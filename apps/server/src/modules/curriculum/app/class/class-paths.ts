import { Injectable } from '@nestjs/common';
import type { ClassCell, ClassPath, classPaths, LearningPath, OutputOf, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { notFound } from '../../../../kernel/app-error.js';
import { decodeNumberCursor, pageOf } from '../../../../kernel/page.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CampAccess, Roster } from '../../../camps/index.js';
import { dayIn } from '../../domain/path/calendar.js';
import { stuckOn } from '../../domain/path/stuck.js';
import { pathView } from '../../domain/path/view.js';
import { type CampInTime, Curricula, type Curriculum, factsOf, knows, type Learner } from '../path/curricula.js';

type Stuck = ClassPath['stuck'];

/** A student with their path as they see it. */
interface Student {
  memberId: string;
  name: string;
  learner: Learner;
  path: LearningPath | null;
  stuck: Stuck;
}

/** Where a class stands: skill by skill, who does not get on, and with what. */
@Injectable()
export class ClassPaths {
  constructor(
    private readonly streams: Streams,
    private readonly access: CampAccess,
    private readonly roster: Roster,
    private readonly curricula: Curricula,
  ) {}

  async get(
    actor: Actor,
    { campId, cursor, limit, track, stuck }: ParsedInputOf<typeof classPaths.get>,
  ): Promise<OutputOf<typeof classPaths.get>> {
    const { camp } = await this.access.require(actor, campId, 'curriculum.manage');
    const seq = await this.streams.sequence(`camp:${campId}`);
    const whole = await this.curricula.of(camp);
    if (track !== undefined && !whole.tracks.some(({ id }) => id === track)) throw notFound('The track');
    const students = await this.students(camp, whole);
    const skills = skillsShown(whole, students, track);
    const wanted = stuck === true ? students.filter((student) => student.stuck.length > 0) : students;
    const from = cursor === undefined ? 0 : decodeNumberCursor(cursor);
    const rows = wanted.slice(from, from + limit + 1).map((student, at) => ({ student, number: from + at + 1 }));
    const { items, next } = pageOf(rows, limit, ({ number }) => [number]);
    return {
      items: items.map(({ student }) => classPath(student, skills)),
      next,
      skills: skills.map((id) => columnOf(id, whole, students)),
      students: students.length,
      withPath: students.filter(({ path }) => path !== null).length,
      stuck: students.filter((student) => student.stuck.length > 0).length,
      seq,
    };
  }

  async of(
    actor: Actor,
    { campId, memberId }: ParsedInputOf<typeof classPaths.of>,
  ): Promise<OutputOf<typeof classPaths.of>> {
    const { camp } = await this.access.require(actor, campId, 'curriculum.manage');
    const member = (await this.roster.members(campId)).find(({ id }) => id === memberId);
    if (member === undefined) throw notFound('The student');
    const whole = await this.curricula.of(camp);
    const { path, stuck } = studentOf(camp, whole, member, await this.curricula.learner(memberId));
    return { memberId, name: member.name, path, stuck, today: whole.today };
  }

  private async students(camp: CampInTime, whole: Curriculum): Promise<Student[]> {
    const members = (await this.roster.members(camp.id)).filter(({ role }) => role === 'student');
    const learners = await this.curricula.learners(
      camp.id,
      members.map(({ id }) => id),
    );
    return members
      .flatMap((member) => {
        const learner = learners.get(member.id);
        return learner === undefined ? [] : [studentOf(camp, whole, member, learner)];
      })
      .sort((a, b) => a.name.localeCompare(b.name, 'en'));
  }
}

function studentOf(
  { timeZone }: CampInTime,
  whole: Curriculum,
  { id: memberId, name }: { id: string; name: string },
  learner: Learner,
): Student {
  if (learner.path === null) return { memberId, name, learner, path: null, stuck: [] };
  const path = pathView(factsOf(whole, learner, learner.path));
  const last = lastDone(learner, learner.path.createdAt);
  const wrong = (skill: string) => learner.standings.get(skill)?.wrong ?? 0;
  const stuck = stuckOn(path.steps, { last: dayIn(timeZone, last), today: whole.today, wrong });
  return { memberId, name, learner, path, stuck };
}

/** When somebody last read, answered or began anything. */
function lastDone({ steps, read, standings }: Learner, since: Date): Date {
  const moments = [
    ...steps.map(({ startedAt }) => startedAt),
    ...read.values(),
    ...[...standings.values()].map(({ last }) => last),
  ];
  return moments.reduce<Date>((last, at) => (at !== null && at > last ? at : last), since);
}

/** The columns: all skills of a track, or those on anybody's path; by track, then from first steps on. */
function skillsShown(
  { tracks, skills }: Curriculum,
  students: readonly Student[],
  track: string | undefined,
): string[] {
  const onPaths = new Set(students.flatMap(({ path }) => path?.steps.map((step) => step.skill.id) ?? []));
  const rank = new Map(tracks.map(({ id }, at) => [id, at]));
  return [...skills.values()]
    .filter((skill) => (track === undefined ? onPaths.has(skill.id) : skill.track === track))
    .sort(
      (a, b) =>
        (rank.get(a.track) ?? 0) - (rank.get(b.track) ?? 0) ||
        a.level - b.level ||
        a.title.localeCompare(b.title, 'en'),
    )
    .map(({ id }) => id);
}

function classPath({ memberId, name, learner, path, stuck }: Student, skills: readonly string[]): ClassPath {
  const steps = new Map((path?.steps ?? []).map((step) => [step.skill.id, step]));
  const known = knows(learner);
  const cellOf = (skill: string): ClassCell => {
    const mastery = learner.standings.get(skill)?.mastery ?? null;
    const step = steps.get(skill);
    if (step !== undefined) return { state: step.state, mastery, late: step.late };
    return { state: known(skill) ? 'known' : 'none', mastery, late: false };
  };
  return {
    memberId,
    name,
    goals: path?.goals.map(({ title }) => title) ?? [],
    done: path?.done ?? 0,
    of: path?.steps.length ?? 0,
    late: path?.late ?? 0,
    endsOn: path?.endsOn ?? null,
    stuck,
    cells: skills.map(cellOf),
  };
}

function columnOf(id: string, { skills }: Curriculum, students: readonly Student[]) {
  const steps = students.flatMap(({ path }) => path?.steps.find((step) => step.skill.id === id) ?? []);
  const skill = skills.get(id);
  return {
    id,
    title: skill?.title ?? id,
    track: skill?.track ?? id,
    started: steps.filter(({ state }) => state === 'started').length,
    done: steps.filter(({ state }) => state === 'done').length,
    late: steps.filter(({ late }) => late).length,
  };
}
