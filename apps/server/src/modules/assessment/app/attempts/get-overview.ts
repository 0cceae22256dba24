import { Injectable } from '@nestjs/common';
import {
  type AssessmentSettings,
  type AttemptSummary,
  AUTOMATIC,
  type assessment,
  type ItemKind,
  type OfferedTrack,
  type OutputOf,
  type ParsedInputOf,
} from '@tailcamp/contracts';
import { type Actor, personBehind } from '../../../../kernel/actor.js';
import { Clock } from '../../../../kernel/clock.js';
import { groupedBy } from '../../../../kernel/grouped.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CampAccess } from '../../../camps/index.js';
import { mayStart } from '../../domain/attempt/retake.js';
import { type AttemptRow, AttemptStore } from '../../store/attempts/attempt-store.js';
import { LibraryStore, type TrackRow } from '../../store/library/library-store.js';
import { CampRules } from '../settings/camp-rules.js';

/** A track with what may be asked in it. */
interface Content {
  track: TrackRow;
  skills: number;
  asked: readonly { kind: ItemKind }[];
}

interface Learner {
  mine: readonly AttemptRow[];
  minutes: number | null;
  settings: AssessmentSettings;
}

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
    const skills = groupedBy(await this.library.skills(campId), ({ track }) => track);
    const questions = groupedBy(await this.library.asked(campId), ({ skill }) => skill);
    const tracks = settings.tracks.flatMap((slug) => {
      const track = known.get(slug);
      if (track === undefined) return [];
      const own = skills.get(slug) ?? [];
      const asked = own.flatMap((skill) => questions.get(skill.slug) ?? []);
      return [this.offered({ track, skills: own.length, asked }, { mine, minutes, settings })];
    });
    return { tracks, feedback: settings.feedback, seq };
  }

  private offered(
    { track: { slug, title, description, domains }, skills, asked }: Content,
    { mine, minutes, settings }: Learner,
  ): OfferedTrack {
    const questions = asked.filter(({ kind }) => AUTOMATIC.some((automatic) => automatic === kind)).length;
    const attempts = mine.filter(({ track }) => track === slug);
    const open = attempts.find(({ state }) => state === 'open')?.id ?? null;
    const { may, notBefore } = mayStart(attempts, settings, this.clock.now());
    return {
      id: slug,
      title,
      description,
      domains,
      skills,
      questions,
      minutes,
      written: Math.min(settings.written, asked.length - questions),
      attempts: attempts.map(summaryOf),
      open,
      mayStart: open === null && may && questions > 0,
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
