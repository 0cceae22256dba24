import { Injectable } from '@nestjs/common';
import type { AssessmentSettings } from '@tailcamp/contracts';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { SettingsStore } from '../../store/attempts/settings-store.js';

/** Before anybody has saved any: no track is chosen, so nothing is offered. */
export const UNTOLD: AssessmentSettings = {
  tracks: [],
  minutes: 40,
  feedback: 'at-end',
  reviewFrom: null,
  attempts: 3,
  waitHours: 24,
  written: 1,
  proposals: 'instructor',
};

/** How a camp assesses, and how long a member has. */
@Injectable()
export class CampRules {
  constructor(
    private readonly database: Database,
    private readonly store: SettingsStore,
  ) {}

  async of(campId: string, sql: Sql = this.database.sql): Promise<{ settings: AssessmentSettings; version: number }> {
    const saved = await this.store.settings(campId, sql);
    return { settings: { ...UNTOLD, ...saved?.value }, version: saved?.version ?? 0 };
  }

  /** Minutes of an attempt for a member, extra time included; null without a limit. */
  async minutesFor(campId: string, memberId: string, sql: Sql = this.database.sql): Promise<number | null> {
    const { settings } = await this.of(campId, sql);
    const factor = (await this.store.timeFactors(campId, sql)).get(memberId)?.value ?? 1;
    return settings.minutes === null ? null : Math.round(settings.minutes * factor);
  }
}
