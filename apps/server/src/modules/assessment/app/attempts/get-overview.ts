import { Injectable } from '@nestjs/common';
import type { AttemptSummary, assessment, OfferedTrack, OutputOf, ParsedInputOf } from '@tailcamp/contracts';
import { type Actor, personBehind } from '../../../../kernel/actor.js';
import { Clock } from '../../../../kernel/clock.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CampAccess } from '../../../camps/index.js';
import { mayStart } from '../../domain/attempt/retake.js';
import { type AttemptRow, AttemptStore } from '../../store/attempts/attempt-store.js';
import { LibraryStore, type TrackRow } from '../../store/library/library-store.js';
import { CampRules } from '../settings/camp-rules.js';
import { TrackBanks } from './track-banks.js';

/** What a member of a camp can be assessed in, and how far they are. */
@Injectable()
export class GetOverview {
  constructor(
    private readonly clock: Clock,
    private readonly streams: Streams,
    private readonly access: CampAccess,
    private readonly rules: CampRules,
    private readonly store: AttemptStore,
    private readonly library: LibraryStore,
    private readonly banks: TrackBanks,
  ) {}

  async run(
    actor: Actor,
    { campId }: ParsedInputOf<typeof assessment.overview>,
  ): Promise<OutputOf<typeof assessment.overview>> {
    const { memberId } = await this.access.require(actor, campId, 'camp.see');
    const seq = await this.streams.sequence(`user:${personBehind(actor).userId}`);
    const { settings } = await this.rules.of(campId);
    const mine = memberId === null ? [] : await this.store.ofMember(memberId);
    const minutes = memberId === null ? settings.minutes : await this.rules.minutesFor(campId, memberId);
    const known = new Map((await this.library.tracks(campId)).map((track) => [track.slug, track]));
    const tracks: OfferedTrack[] = [];
    for (const slug of settings.tracks) {
      const track = known.get(slug);
      if (track !== undefined) tracks.push(await this.offered(campId, track, mine, minutes));
    }
    return { tracks, feedback: settings.feedback, seq };
  }

  private async offered(
    campId: string,
    { slug, title, description, domains }: TrackRow,
    mine: readonly AttemptRow[],
    minutes: number | null,
  ): Promise<OfferedTrack> {
    const { frozen } = await this.banks.of(campId, slug);
    const { settings } = await this.rules.of(campId);
    const attempts = mine.filter(({ track }) => track === slug);
    const open = attempts.find(({ state }) => state === 'open')?.id ?? null;
    const { may, notBefore } = mayStart(attempts, settings, this.clock.now());
    return {
      id: slug,
      title,
      description,
      domains,
      skills: frozen.skills.length,
      questions: frozen.items.length,
      minutes,
      written: Math.min(settings.written, frozen.written.length),
      attempts: attempts.map(summaryOf),
      open,
      mayStart: open === null && may && frozen.items.length > 0,
      notBefore: notBefore?.toISOString() ?? null,
    };
  }
}

const summaryOf = ({ id, number, state, startedAt, finishedAt, outcome, pending }: AttemptRow): AttemptSummary => ({
  id,
  number,
  state,
  startedAt: startedAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
  ability: outcome?.ability ?? null,
  standardError: outcome?.standardError ?? null,
  pending,
});
