import { Injectable } from '@nestjs/common';
import type { OutputOf, ParsedInputOf, tutor } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { notFound, stale } from '../../../../kernel/app-error.js';
import { decodeIdCursor, pageOf } from '../../../../kernel/page.js';
import { Database } from '../../../../platform/database/index.js';
import { CampAccess, Roster } from '../../../camps/index.js';
import { ThreadStore } from '../../store/tutor/thread-store.js';
import { TutorSettingsStore } from '../../store/tutor/tutor-settings-store.js';
import { headOf } from './turn-view.js';
import { TutorThreads } from './tutor-threads.js';

/**
 * What staff may read of conversations with the tutor: where the camp says so, those that were begun while it said so. Who
 * wrote in confidence is not read later.
 */
@Injectable()
export class OpenThreads {
  constructor(
    private readonly database: Database,
    private readonly access: CampAccess,
    private readonly roster: Roster,
    private readonly threads: ThreadStore,
    private readonly own: TutorThreads,
    private readonly store: TutorSettingsStore,
  ) {}

  async settings(
    actor: Actor,
    { campId }: ParsedInputOf<typeof tutor.settings>,
  ): Promise<OutputOf<typeof tutor.settings>> {
    await this.access.require(actor, campId, 'curriculum.manage');
    return this.store.of(campId);
  }

  async saveSettings(
    actor: Actor,
    { campId, settings, version }: ParsedInputOf<typeof tutor.saveSettings>,
  ): Promise<OutputOf<typeof tutor.saveSettings>> {
    await this.access.require(actor, campId, 'curriculum.manage');
    const saved = await this.database.transaction((tx) => this.store.save(tx, campId, settings, version));
    if (!saved) throw stale(await this.store.of(campId));
    return { settings, version: version + 1 };
  }

  async list(
    actor: Actor,
    { campId, cursor, limit }: ParsedInputOf<typeof tutor.open>,
  ): Promise<OutputOf<typeof tutor.open>> {
    await this.access.require(actor, campId, 'curriculum.manage');
    if (!(await this.store.of(campId)).settings.staffMayRead) return { items: [], next: null };
    const before = cursor === undefined ? undefined : decodeIdCursor(cursor);
    const found = await this.threads.openToStaff(campId, limit + 1, before);
    const { items, next } = pageOf(found, limit, ({ id }) => [id]);
    const names = await this.roster.names(items.map(({ memberId }) => memberId));
    return { items: items.map((thread) => ({ ...headOf(thread), name: names.get(thread.memberId) ?? '' })), next };
  }

  async read(
    actor: Actor,
    { campId, threadId }: ParsedInputOf<typeof tutor.read>,
  ): Promise<OutputOf<typeof tutor.read>> {
    await this.access.require(actor, campId, 'curriculum.manage');
    const { staffMayRead } = (await this.store.of(campId)).settings;
    const thread = staffMayRead ? await this.threads.find(threadId) : null;
    if (thread === null || thread.campId !== campId || !thread.openToStaff) throw notFound('The conversation');
    const names = await this.roster.names([thread.memberId]);
    return { ...(await this.own.whole(thread)), name: names.get(thread.memberId) ?? '' };
  }
}
