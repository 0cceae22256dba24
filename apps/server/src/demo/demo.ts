import { Injectable } from '@nestjs/common';
import { eq } from 'drizzle-orm';
import { AppError } from '../kernel/app-error.js';
import { Clock } from '../kernel/clock.js';
import { Random } from '../kernel/random.js';
import { SeedAssessment, UNTOLD } from '../modules/assessment/index.js';
import { Roster, SeedCamp, type SeededMember } from '../modules/camps/index.js';
import { SeedPaths } from '../modules/curriculum/index.js';
import { type NewPerson, People, type Person, SignInLinks } from '../modules/identity/index.js';
import { Database } from '../platform/database/index.js';
import { makeStudents } from './students.js';
import { demoSeeding } from './tables.js';
import { DemoTalk } from './talk.js';

export interface DemoLink {
  who: 'admin' | 'instructor' | 'student';
  /** Signs in once. */
  token: string;
}

const SEED = 2026;
const STUDENTS = 120;
const TRACKS = ['programming-foundations', 'web-front-end', 'back-end', 'data-and-sql'];
/** Students with an attempt behind them, and how many of these are on a path. */
const [FINISHED, ON_A_PATH] = [96, 60];
/** So that the statistics of questions and a calibration have something to show. */
const UNEXPECTED = { off: 0.4, misread: 'values-and-types-truthy' };
/** What the projects of the camp need. */
const PROJECT = ['http-methods', 'sql-inner-joins', 'version-control'];
const ADMIN = { name: 'Magnus Lindqvist', email: 'demo.admin@example.org', role: 'admin', demo: true } as const;
const INSTRUCTOR = {
  name: 'Helena Sarmento',
  email: 'demo.instructor@example.org',
  role: 'instructor',
  demo: true,
} as const;
const DAY = 24 * 3_600_000;

/** A camp of 120 students, waiting to be matched, for whoever starts TailCamp the first time. */
@Injectable()
export class Demo {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: People,
    private readonly signInLinks: SignInLinks,
    private readonly roster: Roster,
    private readonly seedCamp: SeedCamp,
    private readonly seedAssessment: SeedAssessment,
    private readonly seedPaths: SeedPaths,
    private readonly talk: DemoTalk,
  ) {}

  async seed(): Promise<void> {
    if ((await this.state()) === null && (await this.people.anybody())) return;
    await this.database.sql.insert(demoSeeding).values({ id: 'demo', state: 'begun' }).onConflictDoNothing();
    if ((await this.state()) === 'begun') await this.seedPeople();
    await this.seedAttempts();
  }

  private async seedPeople(): Promise<void> {
    const students = makeStudents(STUDENTS, SEED);
    const [, instructor, ...accounts] = await this.accounts([
      ADMIN,
      INSTRUCTOR,
      ...students.map(({ name, email }) => ({ name, email, role: 'student', demo: true }) as const),
    ]);
    if (instructor === undefined) throw new Error('There is an instructor');
    const members: SeededMember[] = [
      { ...memberOf(instructor), role: 'instructor', answers: {}, profile: null },
      ...accounts.map((account, i): SeededMember => {
        const { answers = {}, profile = null } = students[i] ?? {};
        return { ...memberOf(account), role: 'student', answers, profile };
      }),
    ];
    const today = this.clock.now().getTime();
    await this.seedCamp.run(
      {
        name: 'Spring Build Camp',
        startsOn: dayOf(today + 7 * DAY),
        endsOn: dayOf(today + 63 * DAY),
        timeZone: 'Europe/Lisbon',
        members,
      },
      (tx) => tx.update(demoSeeding).set({ state: 'done' }).where(eq(demoSeeding.id, 'demo')),
    );
  }

  /** What most of them have shown in the first track; the student whose link is printed has it before them. */
  private async seedAttempts(): Promise<void> {
    const instructor = await this.people.byEmail(INSTRUCTOR.email);
    const [camp] = instructor === null ? [] : await this.roster.membershipsOf(instructor.id);
    if (camp === undefined) return;
    const random = new Random(SEED);
    const students = (await this.roster.members(camp.campId)).filter(({ role }) => role === 'student').slice(1);
    const finished = students.slice(0, FINISHED).map(({ id }) => {
      // Near enough to a normal population: the sum of three even chances, with deviation 1.
      return { memberId: id, ability: 2 * (random.next() + random.next() + random.next() - 1.5) };
    });
    const settings = { ...UNTOLD, tracks: TRACKS, waitHours: 0 };
    await this.seedAssessment.run({ campId: camp.campId, settings, finished, unexpected: UNEXPECTED });
    await this.seedPaths.run({
      campId: camp.campId,
      settings: { minutesPerWeek: 120, project: PROJECT },
      learners: finished.slice(0, ON_A_PATH).map(({ memberId }) => memberId),
      track: 'programming-foundations',
      weeks: 2,
    });
    await this.talk.inCamp(camp.campId);
  }

  /** Those of the three who are still here. */
  async links(): Promise<DemoLink[]> {
    if ((await this.state()) !== 'done') return [];
    const student = makeStudents(1, SEED)[0]?.email ?? '';
    const links: DemoLink[] = [];
    for (const [who, email] of [
      ['admin', ADMIN.email],
      ['instructor', INSTRUCTOR.email],
      ['student', student],
    ] as const) {
      const person = await this.people.byEmail(email);
      if (person !== null) links.push({ who, token: (await this.signInLinks.create(person.id)).token });
    }
    return links;
  }

  /** The camp is gone: so are its people, but for those who are in another camp, and an admin who is the only one. */
  async removePeople(userIds: readonly string[]): Promise<void> {
    const leaving: string[] = [];
    for (const id of userIds) if ((await this.roster.membershipsOf(id)).length === 0) leaving.push(id);
    await this.people.remove(leaving);
    const admin = await this.people.byEmail(ADMIN.email);
    if (admin === null || (await this.roster.membershipsOf(admin.id)).length > 0) return;
    try {
      await this.people.remove([admin.id]);
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'conflict')) throw error;
    }
  }

  private async state(): Promise<'begun' | 'done' | null> {
    const [row] = await this.database.sql.select().from(demoSeeding);
    return row?.state ?? null;
  }

  /** Made now, or by a seeding that was cut off. */
  private async accounts(people: readonly NewPerson[]): Promise<Person[]> {
    try {
      return await this.people.createPeople(people);
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'already_exists')) throw error;
      const made = await Promise.all(people.map(({ email }) => this.people.byEmail(email)));
      return made.filter((person) => person !== null);
    }
  }
}

const memberOf = ({ id, name, email }: Person) => ({ userId: id, name, email });
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
