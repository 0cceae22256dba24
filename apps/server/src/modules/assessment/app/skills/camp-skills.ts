import { Injectable } from '@nestjs/common';
import type { CampSkill, OutputOf, ParsedInputOf, skillGraph } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError, notFound, stale } from '../../../../kernel/app-error.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CampAccess } from '../../../camps/index.js';
import { trackCsv, trackYaml } from '../../domain/files/track-files.js';
import { SkillGraph } from '../../domain/skills/graph.js';
import { LibraryStore, type SkillRow, skillOf, type TrackRow } from '../../store/library/library-store.js';
import { problemsWith } from '../files/import-track.js';

/** A track as a camp sees it. */
interface SeenTrack {
  track: TrackRow;
  /** In an order in which none stands before what it requires. */
  own: readonly SkillRow[];
  all: ReadonlyMap<string, SkillRow>;
}

/** The skills of a camp: the library's, and its own in their place. */
@Injectable()
export class CampSkills {
  constructor(
    private readonly database: Database,
    private readonly streams: Streams,
    private readonly access: CampAccess,
    private readonly library: LibraryStore,
  ) {}

  async track(
    actor: Actor,
    { campId, track }: ParsedInputOf<typeof skillGraph.track>,
  ): Promise<OutputOf<typeof skillGraph.track>> {
    await this.access.require(actor, campId, 'camp.see');
    const seen = await this.seen(campId, track);
    const counts = await this.library.itemCounts(campId);
    const needed = new Set(seen.own.flatMap(({ requires }) => requires));
    return {
      id: seen.track.slug,
      title: seen.track.title,
      description: seen.track.description,
      domains: seen.track.domains,
      skills: seen.own.map((row) => campSkill(row, counts)),
      elsewhere: [...needed].flatMap((id) => {
        const row = seen.all.get(id);
        return row === undefined || row.track === track ? [] : [{ id, title: row.title, track: row.track }];
      }),
      source: seen.track.campId === null ? 'library' : 'camp',
    };
  }

  async save(actor: Actor, input: ParsedInputOf<typeof skillGraph.saveSkill>): Promise<CampSkill> {
    const { campId, track, skillId, skill, version } = input;
    await this.access.require(actor, campId, 'assessment.manage');
    const refused = await this.database.transaction(async (tx) => {
      await this.library.lockCamp(tx, campId);
      const seen = await this.seen(campId, track, tx);
      const before = seen.all.get(skillId);
      if ((before?.version ?? 0) !== version) return true;
      if (before !== undefined && before.track !== track)
        throw new AppError('invalid_input', {
          fields: [{ field: 'skillId', message: `It is a skill of ${before.track}` }],
        });
      const others = seen.own.filter(({ slug }) => slug !== skillId).map(skillOf);
      const whole = { ...seen.track, id: track, skills: [...others, { id: skillId, ...skill }] };
      const [problem] = problemsWith(whole, [...seen.all.values()]);
      if (problem !== undefined) {
        const field = problem.reason === 'unknown_domain' ? 'skill.domain' : 'skill.requires';
        throw new AppError('invalid_input', { detail: problem.message, fields: [{ field, message: problem.message }] });
      }
      await this.library.putSkills(tx, campId, [{ skill: { id: skillId, ...skill }, track, shippedHash: null }]);
      await this.streams.append(tx, `camp:${campId}`, 'items.changed', { campId });
      return false;
    });
    const now = (await this.seen(campId, track)).all.get(skillId);
    const view = now === undefined ? null : campSkill(now, await this.library.itemCounts(campId));
    if (refused || view === null) throw stale(view);
    return view;
  }

  async remove(actor: Actor, input: ParsedInputOf<typeof skillGraph.removeSkill>): Promise<Record<string, never>> {
    const { campId, track, skillId } = input;
    await this.access.require(actor, campId, 'assessment.manage');
    await this.database.transaction(async (tx) => {
      await this.library.lockCamp(tx, campId);
      const seen = await this.seen(campId, track, tx);
      const row = seen.all.get(skillId);
      if (row === undefined || row.track !== track || row.campId !== campId)
        throw notFound('A skill of this camp’s own');
      const below = (await this.library.skills(null, tx)).some(({ slug }) => slug === skillId);
      if (!below) {
        const resting = [...seen.all.values()].filter(({ requires }) => requires.includes(skillId));
        const questions = (await this.library.itemCounts(campId, tx)).get(skillId) ?? 0;
        if (resting.length > 0)
          throw new AppError('conflict', {
            detail: `Other skills rest on it: ${resting.map(({ title }) => title).join(', ')}.`,
          });
        if (questions > 0)
          throw new AppError('conflict', {
            detail: `It has ${questions} questions; retire them or give them another skill first.`,
          });
      }
      await this.library.removeSkills(tx, [row.id]);
      await this.streams.append(tx, `camp:${campId}`, 'items.changed', { campId });
    });
    return {};
  }

  async csv(actor: Actor, { campId, track }: ParsedInputOf<typeof skillGraph.exportCsv>): Promise<string> {
    await this.access.require(actor, campId, 'assessment.manage');
    return trackCsv((await this.seen(campId, track)).own.map(skillOf));
  }

  async yaml(actor: Actor, { campId, track }: ParsedInputOf<typeof skillGraph.exportYaml>): Promise<string> {
    await this.access.require(actor, campId, 'assessment.manage');
    const { track: row, own } = await this.seen(campId, track);
    const { slug: id, title, description, domains } = row;
    return trackYaml({ id, title, description, domains, skills: own.map(skillOf) });
  }

  /** @throws AppError `not_found` where the camp sees no such track */
  private async seen(campId: string, slug: string, sql: Sql = this.database.sql): Promise<SeenTrack> {
    const track = (await this.library.tracks(campId, sql)).find((one) => one.slug === slug);
    if (track === undefined) throw notFound('The track');
    const all = new Map((await this.library.skills(campId, sql)).map((row) => [row.slug, row]));
    const graph = new SkillGraph([...all.values()].map(({ slug: id, requires }) => ({ id, requires })));
    const own = graph.inOrder([...all.values()].filter((row) => row.track === slug).map((row) => row.slug));
    return { track, own: own.flatMap((id) => all.get(id) ?? []), all };
  }
}

const campSkill = (row: SkillRow, counts: ReadonlyMap<string, number>): CampSkill => ({
  ...skillOf(row),
  source: row.campId === null ? 'library' : 'camp',
  version: row.version,
  questions: counts.get(row.slug) ?? 0,
});
