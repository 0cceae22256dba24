import { fileURLToPath } from 'node:url';
import { assessmentSettings, type BankItem, camps, itemBank } from '@tailcamp/contracts';
import { newId } from '../kernel/id.js';
import { BringContent, SeedAssessment, UNTOLD } from '../modules/assessment/index.js';
import { type SignedIn, TestApp } from './app.js';

const FIXTURE = fileURLToPath(new URL('../modules/assessment/app/library/fixtures/tracks', import.meta.url));
const SETTINGS = { ...UNTOLD, tracks: ['small-talk'], written: 0, waitHours: 0 };

/** A server whose library has the small track alone. */
export async function smallLibrary(): Promise<TestApp> {
  const app = await TestApp.start({ RATE_READ: '100000' });
  await app.nest.get(BringContent).run(FIXTURE);
  return app;
}

/** A camp of a student and an instructor, who looks after the questions. */
export class AssessingCamp {
  static async in(app: TestApp): Promise<AssessingCamp> {
    const [instructor, student] = [await app.asInstructor(), await app.asStudent('Ada Student')];
    const { id, joinCode } = await instructor.call(camps.create, { name: 'Spring', timeZone: 'UTC' });
    await student.call(camps.join, { code: joinCode ?? '' });
    return new AssessingCamp(app, id, instructor, student);
  }

  private constructor(
    readonly app: TestApp,
    readonly id: string,
    readonly instructor: SignedIn,
    readonly student: SignedIn,
  ) {}

  search(input: object = {}) {
    return this.instructor.call(itemBank.search, { campId: this.id, limit: 200, ...input });
  }

  async named(slug: string): Promise<BankItem> {
    const { items } = await this.search({ search: slug });
    const itemId = items.find((item) => item.slug === slug)?.id ?? '';
    return this.instructor.call(itemBank.get, { campId: this.id, itemId });
  }

  /** From now on its members may be assessed. */
  assess() {
    return this.instructor.call(assessmentSettings.save, { campId: this.id, settings: SETTINGS, version: 0 });
  }

  /** The same, with attempts that are over, of so many learners from −2 to 2 standard deviations. */
  async answered(learners: number): Promise<void> {
    const finished = Array.from({ length: learners }, (_, at) => ({
      memberId: newId(),
      ability: (4 * at) / learners - 2,
    }));
    await this.app.nest.get(SeedAssessment).run({ campId: this.id, settings: SETTINGS, finished });
  }
}
