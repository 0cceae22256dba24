import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.js';
import { Database, type Sql } from '../../../platform/database/index.js';
import { AttemptStore } from '../store/attempts/attempt-store.js';
import { SettingsStore } from '../store/attempts/settings-store.js';
import { CalibrationStore } from '../store/calibration/calibration-store.js';
import { EstimateStore } from '../store/calibration/estimate-store.js';
import { LibraryStore } from '../store/library/library-store.js';
import { PracticeStore } from '../store/practice/practice-store.js';

/** Keeps what is assessed in step with its camps. Told at least once, so done twice it changes nothing. */
@Injectable()
export class FollowCamp {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: SettingsStore,
    private readonly attempts: AttemptStore,
    private readonly library: LibraryStore,
    private readonly practice: PracticeStore,
    private readonly estimates: EstimateStore,
    private readonly calibrations: CalibrationStore,
  ) {}

  /** A copied camp teaches, asks and assesses as the first does, unless somebody has said otherwise for it meanwhile. */
  async campCopied(from: string, to: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.copyContent(tx, from, to);
      await this.estimates.copyCamp(tx, from, to);
      const saved = await this.settings.settings(from, tx);
      if (saved !== null) await this.settings.saveSettings(tx, to, saved.value, 0);
    });
  }

  /** What the first camp has of its own becomes the copy's own, each question in its newest version; no answers to them. */
  private async copyContent(tx: Sql, from: string, to: string): Promise<void> {
    const before = await this.library.own(to, tx);
    if (Object.values(before).some(({ length }) => length > 0)) return;
    const { tracks, skills, items } = await this.library.own(from, tx);
    for (const { slug: id, shippedHash, title, description, domains } of tracks)
      await this.library.putTrack(tx, { campId: to, shippedHash }, { id, title, description, domains });
    const own = skills.map(({ slug: id, track, shippedHash, title, domain, level, description, requires }) => ({
      skill: { id, title, domain, level, description, requires },
      track,
      shippedHash,
    }));
    await this.library.putSkills(tx, to, own);
    const copied = await this.library.putItems(tx, to, items, { byUser: null, at: this.clock.now() });
    const retired = new Set(items.flatMap(({ slug, state }) => (state === 'retired' ? slug : [])));
    const gone = copied.filter(({ slug }) => retired.has(slug)).map(({ id }) => id);
    await this.library.setState(tx, gone, 'retired');
  }

  async campRemoved(campId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.attempts.removeCamp(tx, campId);
      await this.practice.removeCamp(tx, campId);
      await this.settings.removeCamp(tx, campId);
      await this.library.removeCamp(tx, campId);
      await this.estimates.removeCamp(tx, campId);
      await this.calibrations.removeCamp(tx, campId);
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
