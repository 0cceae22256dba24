import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/index.js';
import { AttemptStore } from '../store/attempts/attempt-store.js';
import { SettingsStore } from '../store/attempts/settings-store.js';
import { LibraryStore } from '../store/library/library-store.js';
import { PracticeStore } from '../store/practice/practice-store.js';

/** Keeps what is assessed in step with its camps. Told at least once, so done twice it changes nothing. */
@Injectable()
export class FollowCamp {
  constructor(
    private readonly database: Database,
    private readonly settings: SettingsStore,
    private readonly attempts: AttemptStore,
    private readonly library: LibraryStore,
    private readonly practice: PracticeStore,
  ) {}

  /** A copied camp assesses as the first does, unless somebody has said otherwise for it meanwhile. */
  async campCopied(from: string, to: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const saved = await this.settings.settings(from, tx);
      if (saved !== null) await this.settings.saveSettings(tx, to, saved.value, 0);
    });
  }

  async campRemoved(campId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.attempts.removeCamp(tx, campId);
      await this.practice.removeCamp(tx, campId);
      await this.settings.removeCamp(tx, campId);
      await this.library.removeCamp(tx, campId);
    });
  }

  async memberLeft(memberId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.attempts.removeMember(tx, memberId);
      await this.practice.removeMember(tx, memberId);
      await this.settings.removeMember(tx, memberId);
    });
  }
}
