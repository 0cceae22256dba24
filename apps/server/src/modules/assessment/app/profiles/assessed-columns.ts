import { Injectable } from '@nestjs/common';
import { type AssessedCells, assessedCells, type Shown } from '../../domain/assessed-columns.js';
import { masteriesNow } from '../../domain/practice/standing.js';
import { AttemptStore } from '../../store/attempts/attempt-store.js';
import { LibraryStore } from '../../store/library/library-store.js';
import { PracticeStore } from '../../store/practice/practice-store.js';
import { CampRules } from '../settings/camp-rules.js';

/** What the students of a camp have shown, as columns for matching. Nothing here asks for permission: the caller has. */
@Injectable()
export class AssessedColumns {
  constructor(
    private readonly rules: CampRules,
    private readonly library: LibraryStore,
    private readonly attempts: AttemptStore,
    private readonly practice: PracticeStore,
  ) {}

  /** Of the tracks that the camp assesses, in their order, whether or not anybody has finished an attempt. */
  async of(campId: string): Promise<AssessedCells> {
    const { settings } = await this.rules.of(campId);
    if (settings.tracks.length === 0) return { columns: [], cells: new Map() };
    const tracks = new Map((await this.library.tracks(campId)).map((track) => [track.slug, track]));
    const skills = await this.library.skills(campId);
    const titled = settings.tracks.flatMap((slug) => {
      const track = tracks.get(slug);
      return track === undefined ? [] : [{ ...track, skills: skills.filter((skill) => skill.track === slug) }];
    });
    return assessedCells(titled, await this.shown(campId));
  }

  /** Student → track → the outcome of their newest attempt that is over, with what they have practised since. */
  private async shown(campId: string): Promise<Map<string, Map<string, Shown>>> {
    const shown = new Map<string, Map<string, Shown>>();
    const practised = await this.practice.ofCamp(campId);
    for (const { memberId, track, outcome, finishedAt } of await this.attempts.over(campId)) {
      if (outcome === null || finishedAt === null || outcome.answered === 0) continue;
      const byTrack = shown.get(memberId) ?? new Map<string, Shown>();
      shown.set(memberId, byTrack);
      if (byTrack.has(track)) continue;
      const assessed = { mastery: outcome.mastery, at: finishedAt };
      byTrack.set(track, { ...outcome, mastery: masteriesNow(assessed, practised.get(memberId) ?? []) });
    }
    return shown;
  }
}
