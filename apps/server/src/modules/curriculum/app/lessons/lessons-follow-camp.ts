import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database/index.js';
import { DraftStore } from '../../store/drafting/draft-store.js';
import { LessonStore } from '../../store/lessons/lesson-store.js';

/** Keeps lessons in step with their camps. Told at least once, so done twice it changes nothing. */
@Injectable()
export class LessonsFollowCamp {
  constructor(
    private readonly database: Database,
    private readonly lessons: LessonStore,
    private readonly drafts: DraftStore,
  ) {}

  /** A copied camp teaches with what the first has written, unless somebody has begun to write for it meanwhile. */
  async campCopied(from: string, to: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      if ((await this.lessons.own(to, tx)).length > 0) return;
      await this.lessons.copyCamp(tx, from, to);
    });
  }

  async campRemoved(campId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.lessons.removeCamp(tx, campId);
      await this.drafts.removeCamp(tx, campId);
    });
  }
}
