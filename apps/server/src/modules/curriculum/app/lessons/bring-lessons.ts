import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import type { Lesson } from '@tailcamp/contracts';
import { Clock } from '../../../../kernel/clock.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { Queue } from '../../../../platform/queue/index.js';
import { Log } from '../../../../platform/telemetry/index.js';
import { fingerprintOf, TaughtContent } from '../../../assessment/index.js';
import { lessonsOf } from '../../domain/content/lessons.js';
import { readLessons, SHIPPED_LESSONS } from '../../store/lessons/lesson-files.js';
import { LessonStore } from '../../store/lessons/lesson-store.js';
import { REFRESH_SEARCH } from '../search/jobs.js';

/**
 * Brings the lessons that TailCamp ships with into the library, after its skills and questions: at each start, by
 * whichever process is first. What is gone from the files is gone from the library; a camp's own lessons stay.
 */
@Injectable()
export class BringLessons {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly content: TaughtContent,
    private readonly lessons: LessonStore,
    private readonly queue: Queue,
    private readonly log: Log,
  ) {}

  async run(folder: string = fileURLToPath(SHIPPED_LESSONS)): Promise<void> {
    const fingerprint = await fingerprintOf(folder);
    if ((await this.lessons.shipped()) === fingerprint) return;
    const read = await readLessons(folder);
    const skills = new Set((await this.content.skills(null)).map(({ id }) => id));
    const { lessons, problems } = lessonsOf(read.files, {
      skills,
      skillOfItem: await this.content.skillOfItem(null),
    });
    const wrong = [...read.problems, ...problems];
    if (wrong.length > 0) {
      this.log.error({ problems: wrong.slice(0, 20) }, 'the lessons are not sound, so the library stays as it is');
      return;
    }
    await this.database.transaction(async (tx) => {
      if ((await this.lessons.lockShipped(tx)) === fingerprint) return;
      await this.take(tx, lessons);
      await this.lessons.setShipped(tx, fingerprint);
      await this.queue.add(tx, REFRESH_SEARCH, {}, { key: fingerprint });
    });
  }

  private async take(tx: Sql, shipped: readonly Lesson[]): Promise<void> {
    const standing = new Map((await this.lessons.own(null, tx)).map((row) => [row.slug, row]));
    const given = shipped.map((lesson) => ({ lesson, state: 'published' as const, shippedHash: hashOf(lesson) }));
    const due = given.filter(({ lesson, shippedHash }) => standing.get(lesson.id)?.shippedHash !== shippedHash);
    await this.lessons.put(tx, null, due, { byUser: null, at: this.clock.now() });
    for (const { lesson } of given) standing.delete(lesson.id);
    await this.lessons.remove(
      tx,
      [...standing.values()].map(({ id }) => id),
    );
  }
}

const hashOf = (lesson: Lesson): string => createHash('sha256').update(JSON.stringify(lesson)).digest('base64url');
