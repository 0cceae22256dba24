import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../../kernel/actor.js';
import { Database } from '../../../../platform/database/index.js';
import { CampAccess, Roster } from '../../../camps/index.js';
import { CurriculumSettingsStore } from '../../store/paths/curriculum-settings-store.js';
import { PathStore } from '../../store/paths/path-store.js';
import { PlanPath } from './plan-path.js';

/** Keeps paths in step with their learners and camps. Told at least once, so done twice it changes nothing. */
@Injectable()
export class FollowLearner {
  constructor(
    private readonly database: Database,
    private readonly access: CampAccess,
    private readonly roster: Roster,
    private readonly store: PathStore,
    private readonly settings: CurriculumSettingsStore,
    private readonly plan: PlanPath,
  ) {}

  /** Who was assessed gets a path towards what they were assessed in; who has one sees it follow what they know. */
  async skillsShown(campId: string, memberId: string, track: string, by: 'attempt' | 'practice'): Promise<void> {
    if (!(await this.roster.names([memberId])).has(memberId)) return;
    const { camp } = await this.access.standing(SYSTEM, campId);
    const begun = (await this.store.find(memberId)) !== null;
    if (begun) await this.plan.renew(camp, memberId);
    else if (by === 'attempt') await this.plan.begin(camp, memberId, track);
  }

  async campCopied(from: string, to: string): Promise<void> {
    const { settings, version } = await this.settings.of(from);
    if (version > 0) await this.database.transaction((tx) => this.settings.save(tx, to, settings, 0));
  }

  async campRemoved(campId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.store.removeCamp(tx, campId);
      await this.settings.removeCamp(tx, campId);
    });
  }

  async memberLeft(memberId: string): Promise<void> {
    await this.database.transaction((tx) => this.store.removeMember(tx, memberId));
  }
}
