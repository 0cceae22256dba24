import { Injectable } from '@nestjs/common';
import type { AssessmentSettings, assessmentSettings, OutputOf, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError, stale } from '../../../../kernel/app-error.js';
import { Database } from '../../../../platform/database/index.js';
import { Queue } from '../../../../platform/queue/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CampAccess } from '../../../camps/index.js';
import { SettingsStore } from '../../store/attempts/settings-store.js';
import { LibraryStore } from '../../store/library/library-store.js';
import { TrackBanks } from '../attempts/track-banks.js';
import { LIMIT_EXPOSURE } from '../jobs.js';
import { CampRules } from './camp-rules.js';

/** How a camp assesses, and every track that it could choose. */
@Injectable()
export class GetSettings {
  constructor(
    private readonly access: CampAccess,
    private readonly rules: CampRules,
    private readonly library: LibraryStore,
  ) {}

  async run(
    actor: Actor,
    { campId }: ParsedInputOf<typeof assessmentSettings.get>,
  ): Promise<OutputOf<typeof assessmentSettings.get>> {
    await this.access.require(actor, campId, 'assessment.manage');
    const { settings, version } = await this.rules.of(campId);
    const tracks = await this.library.tracks(campId);
    const skills = await this.library.skills(campId);
    const items = await this.library.items(campId);
    const trackOf = new Map(skills.map(({ slug, track }) => [slug, track]));
    return {
      settings,
      version,
      offered: tracks.map(({ slug, title, description, campId: owner }) => ({
        id: slug,
        title,
        description,
        skills: skills.filter(({ track }) => track === slug).length,
        questions: items.filter(({ state, skill }) => state === 'active' && trackOf.get(skill) === slug).length,
        own: owner !== null,
      })),
    };
  }
}

/** Changes it, for attempts that start from now on. */
@Injectable()
export class SaveSettings {
  constructor(
    private readonly database: Database,
    private readonly streams: Streams,
    private readonly queue: Queue,
    private readonly access: CampAccess,
    private readonly rules: CampRules,
    private readonly store: SettingsStore,
    private readonly library: LibraryStore,
    private readonly banks: TrackBanks,
  ) {}

  async run(
    actor: Actor,
    { campId, settings, version }: ParsedInputOf<typeof assessmentSettings.save>,
  ): Promise<{ settings: AssessmentSettings; version: number }> {
    await this.access.require(actor, campId, 'assessment.manage');
    await this.checkTracks(campId, settings);
    const saved = await this.database.transaction(async (tx) => {
      if (!(await this.store.saveSettings(tx, campId, settings, version))) return false;
      for (const track of settings.tracks) {
        const { measure, uncontrolled } = await this.banks.of(campId, track, tx);
        if (uncontrolled) await this.queue.add(tx, LIMIT_EXPOSURE, { campId, track }, { key: measure });
      }
      await this.streams.append(tx, `camp:${campId}`, 'assessment.settings', { campId, version: version + 1 });
      return true;
    });
    if (!saved) throw stale(await this.rules.of(campId));
    return { settings, version: version + 1 };
  }

  private async checkTracks(campId: string, { tracks }: AssessmentSettings): Promise<void> {
    const known = new Set((await this.library.tracks(campId)).map(({ slug }) => slug));
    const fields = tracks.flatMap((track, at) => {
      const field = `settings.tracks.${at}`;
      if (!known.has(track)) return [{ field, message: `There is no track “${track}”` }];
      return tracks.indexOf(track) < at ? [{ field, message: `“${track}” is chosen twice` }] : [];
    });
    if (fields.length > 0) throw new AppError('invalid_input', { fields });
  }
}
