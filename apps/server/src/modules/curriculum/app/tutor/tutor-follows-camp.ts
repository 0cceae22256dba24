import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database/index.js';
import { ThreadStore } from '../../store/tutor/thread-store.js';
import { TutorSettingsStore } from '../../store/tutor/tutor-settings-store.js';

/** Conversations end with the membership of their learner, and with their camp. Done twice it changes nothing. */
@Injectable()
export class TutorFollowsCamp {
  constructor(
    private readonly database: Database,
    private readonly threads: ThreadStore,
    private readonly settings: TutorSettingsStore,
  ) {}

  async campCopied(from: string, to: string): Promise<void> {
    const { settings, version } = await this.settings.of(from);
    if (version > 0) await this.database.transaction((tx) => this.settings.save(tx, to, settings, 0));
  }

  async campRemoved(campId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.threads.removeCamp(tx, campId);
      await this.settings.removeCamp(tx, campId);
    });
  }

  async memberLeft(memberId: string): Promise<void> {
    await this.database.transaction((tx) => this.threads.removeMember(tx, memberId));
  }
}
