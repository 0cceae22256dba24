import { Injectable } from '@nestjs/common';
import type { classPaths, OutputOf, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError, stale } from '../../../../kernel/app-error.js';
import { Database } from '../../../../platform/database/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { TaughtContent } from '../../../assessment/index.js';
import { CampAccess } from '../../../camps/index.js';
import { CurriculumSettingsStore } from '../../store/paths/curriculum-settings-store.js';

/** What the paths of a camp begin with. */
@Injectable()
export class ManageSettings {
  constructor(
    private readonly database: Database,
    private readonly streams: Streams,
    private readonly access: CampAccess,
    private readonly taught: TaughtContent,
    private readonly store: CurriculumSettingsStore,
  ) {}

  async get(
    actor: Actor,
    { campId }: ParsedInputOf<typeof classPaths.settings>,
  ): Promise<OutputOf<typeof classPaths.settings>> {
    await this.access.require(actor, campId, 'curriculum.manage');
    return this.store.of(campId);
  }

  async save(
    actor: Actor,
    { campId, settings, version }: ParsedInputOf<typeof classPaths.saveSettings>,
  ): Promise<OutputOf<typeof classPaths.saveSettings>> {
    await this.access.require(actor, campId, 'curriculum.manage');
    const skills = new Set((await this.taught.skills(campId)).map(({ id }) => id));
    const fields = settings.project.flatMap((skill, at) =>
      skills.has(skill) ? [] : [{ field: `settings.project.${at}`, message: `The camp has no skill ${skill}` }],
    );
    if (fields.length > 0) throw new AppError('invalid_input', { fields });
    const saved = await this.database.transaction(async (tx) => {
      if (!(await this.store.save(tx, campId, settings, version))) return false;
      await this.streams.append(tx, `camp:${campId}`, 'paths.changed', { campId });
      return true;
    });
    if (!saved) throw stale(await this.store.of(campId));
    return { settings, version: version + 1 };
  }
}
