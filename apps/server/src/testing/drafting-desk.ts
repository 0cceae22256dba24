import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { type ContentDraft, camps, type DraftWish, drafting, type Lesson } from '@tailcamp/contracts';
import { BringContent } from '../modules/assessment/index.js';
import { RefreshSearch } from '../modules/curriculum/index.js';
import { LessonStore } from '../modules/curriculum/store/lessons/lesson-store.js';
import { type SignedIn, TestApp } from './app.js';
import { eventually } from './eventually.js';

const TRACKS = fileURLToPath(new URL('../modules/assessment/app/library/fixtures/tracks', import.meta.url));

export const LESSON: DraftWish = {
  ...{ what: 'lesson', skill: 'small-names', kind: 'lesson', level: 'beginner', minutes: 8 },
  purpose: 'People mix up nicknames and names.',
};
export const QUESTIONS: DraftWish = {
  what: 'questions',
  skill: 'small-names',
  level: 'beginner',
  count: 2,
  purpose: '',
};
export const BRIEF: DraftWish = {
  ...{ what: 'brief', skills: ['small-verbs', 'small-names'], weeks: 3, people: 3 },
  purpose: '',
};

/** The first text that is masked waits for dictionaries. Milliseconds. */
const PATIENCE = 40_000;

/** An app with two lessons in its library, and somebody who teaches there. */
export class DraftingDesk {
  private constructor(
    readonly app: TestApp,
    readonly ines: SignedIn,
    readonly campId: string,
    readonly joinCode: string,
  ) {}

  static async open(environment: Parameters<typeof TestApp.start>[0] = {}): Promise<DraftingDesk> {
    const app = await TestApp.start(environment);
    const ines = await app.asInstructor('Ines Instructor');
    const { id, joinCode } = await ines.call(camps.create, { name: 'Here', timeZone: 'UTC' });
    await app.nest.get(BringContent).run(TRACKS);
    const lessons = [
      lesson('names-and-nicknames', 'small-names', 'A name is what somebody is called by everybody.'),
      lesson('verbs-that-move', 'small-verbs', 'A verb says what a thing does, and when.'),
    ].map((one) => ({ lesson: one, state: 'published' as const, shippedHash: null }));
    const change = { byUser: null, at: new Date(0) };
    await app.platform.database.transaction((tx) => app.nest.get(LessonStore).put(tx, null, lessons, change));
    await app.nest.get(RefreshSearch).run(new AbortController().signal);
    return new DraftingDesk(app, ines, id, joinCode ?? '');
  }

  start(wish: DraftWish, clientId: string = randomUUID()): Promise<ContentDraft> {
    return this.ines.call(drafting.start, { campId: this.campId, clientId, wish });
  }

  get(draftId: string): Promise<ContentDraft> {
    return this.ines.call(drafting.get, { campId: this.campId, draftId });
  }

  async drafted(wish: DraftWish): Promise<ContentDraft> {
    const { id } = await this.start(wish);
    return eventually(
      'the draft',
      async () => {
        const now = await this.get(id);
        return ['done', 'failed', 'cancelled'].includes(now.state) ? now : undefined;
      },
      PATIENCE,
    );
  }
}

function lesson(id: string, skill: string, about: string): Lesson {
  return {
    ...{ id, skill, title: `Called ${id}`, kind: 'lesson', minutes: 8 },
    objectives: [`Say what is meant by ${id}`],
    check: [`${skill}-1`],
    body: `${about}\n\n## Worked example\n\n\`\`\`python\nprint('${id}'.upper())\n\`\`\`\n\n\`\`\`output\n${id.toUpperCase()}\n\`\`\`\n\nThat is ${id}.`,
  };
}
