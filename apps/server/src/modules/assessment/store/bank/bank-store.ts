import { Injectable } from '@nestjs/common';
import { AUTOMATIC, type Domain, type Item, type ItemParameters, type Misfit } from '@tailcamp/contracts';
import {
  and,
  asc,
  eq,
  exists,
  gte,
  inArray,
  isNull,
  lte,
  or,
  sql as raw,
  type SQL,
  type SQLWrapper,
} from 'drizzle-orm';
import { newId } from '../../../../kernel/id.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { authoredParameters } from '../../domain/irt/item-parameters.js';
import { itemReports } from '../attempts/tables.js';
import { campEstimates, campMisfits } from '../calibration/tables.js';
import type { Change, ItemRow } from '../library/library-store.js';
import { items, itemVersions, skills, skillTracks } from '../library/tables.js';

/** Which questions of a camp are looked for; what is not given does not matter. */
export interface BankFilter {
  track?: string | undefined;
  skill?: string | undefined;
  kind?: ItemRow['kind'] | undefined;
  source?: 'library' | 'camp' | undefined;
  state?: ItemRow['state'] | undefined;
  flag?: 'reported' | 'misfit' | 'any' | undefined;
  /** Of the difficulty as attempts take it now. */
  easiest?: number | undefined;
  hardest?: number | undefined;
}

/** A question as it stands in a camp, with what is known of it there. */
export type StandingItem = ItemRow & {
  skillTitle: string | null;
  domain: string | null;
  track: string | null;
  trackTitle: string | null;
  domains: Domain[] | null;
  /** Null while what was estimated is of another text, or nothing was. */
  estimate: typeof campEstimates.$inferSelect | null;
  misfits: readonly Misfit[];
  reported: boolean;
};

/** A question that measures, as it is asked now: with what it counts, and what its author believed. */
export interface Measuring {
  slug: string;
  askedHash: string;
  parameters: ItemParameters;
  authored: ItemParameters;
}

/** The questions of a camp: the library's, and its own in the place of those with the same name. */
@Injectable()
export class BankStore {
  constructor(private readonly database: Database) {}

  /** By name, with the words that a search looks through. */
  async matching(campId: string, filter: BankFilter): Promise<{ id: string; slug: string; words: string }[]> {
    const { seen, ofSkill, estimated, misfitting } = this.parts(campId);
    const difficulty = raw<number>`coalesce(${campEstimates.difficulty}, (${seen.item} ->> 'difficulty')::float8)`;
    const reported = exists(this.reports(campId, seen.slug));
    const misfit = raw`${campMisfits.misfits} <> '[]'::jsonb`;
    const flagged = { reported, misfit, any: or(reported, misfit) };
    const { track, skill, kind, source, state, flag, easiest, hardest } = filter;
    return this.database.sql
      .select({
        id: seen.id,
        slug: seen.slug,
        words: raw<string>`concat_ws(' ', ${seen.slug}, ${seen.skill}, ${ofSkill.title}, ${seen.item} ->> 'stem',
          ${seen.item} -> 'lines', jsonb_path_query_array(${seen.item}, '$.options[*].text'))`,
      })
      .from(seen)
      .leftJoin(ofSkill, eq(ofSkill.slug, seen.skill))
      .leftJoin(campEstimates, estimated)
      .leftJoin(campMisfits, misfitting)
      .where(
        and(
          track === undefined ? undefined : eq(ofSkill.track, track),
          skill === undefined ? undefined : eq(seen.skill, skill),
          kind === undefined ? undefined : eq(seen.kind, kind),
          source === undefined ? undefined : source === 'library' ? isNull(seen.campId) : eq(seen.campId, campId),
          state === undefined ? undefined : eq(seen.state, state),
          flag === undefined ? undefined : flagged[flag],
          easiest === undefined ? undefined : gte(difficulty, easiest),
          hardest === undefined ? undefined : lte(difficulty, hardest),
        ),
      )
      .orderBy(asc(seen.slug));
  }

  /** Those of these names, by name. */
  async standing(campId: string, slugs: readonly string[], sql: Sql = this.database.sql): Promise<StandingItem[]> {
    if (slugs.length === 0) return [];
    const { seen, ofSkill, ofTrack, estimated, misfitting } = this.parts(campId, inArray(items.slug, [...slugs]), sql);
    const rows = await sql
      .select({
        id: seen.id,
        campId: seen.campId,
        slug: seen.slug,
        shippedHash: seen.shippedHash,
        version: seen.version,
        skill: seen.skill,
        kind: seen.kind,
        item: seen.item,
        askedHash: seen.askedHash,
        state: seen.state,
        skillTitle: ofSkill.title,
        domain: ofSkill.domain,
        track: ofSkill.track,
        trackTitle: ofTrack.title,
        domains: ofTrack.domains,
        estimate: campEstimates,
        misfits: campMisfits.misfits,
        reported: raw<boolean>`${exists(this.reports(campId, seen.slug, sql))}`,
      })
      .from(seen)
      .leftJoin(ofSkill, eq(ofSkill.slug, seen.skill))
      .leftJoin(ofTrack, eq(ofTrack.slug, ofSkill.track))
      .leftJoin(campEstimates, estimated)
      .leftJoin(campMisfits, misfitting)
      .orderBy(asc(seen.slug));
    return rows.map((row) => ({ ...row, misfits: row.misfits ?? [] }));
  }

  /**
   * The question that stands in a camp under the name that an id has there: an id of the library's goes on to mean the
   * camp's copy of it.
   */
  async find(campId: string, id: string, sql: Sql = this.database.sql): Promise<StandingItem | null> {
    const [named] = await sql
      .select({ slug: items.slug })
      .from(items)
      .where(and(eq(items.id, id), seenBy(campId)));
    const [row] = named === undefined ? [] : await this.standing(campId, [named.slug], sql);
    return row ?? null;
  }

  /** The same, held until the end of the transaction: who copies it meanwhile is waited for, and seen. */
  async lock(tx: Sql, campId: string, id: string): Promise<StandingItem | null> {
    const named = tx.select({ slug: items.slug }).from(items).where(eq(items.id, id));
    await tx
      .select({ id: items.id })
      .from(items)
      .where(and(inArray(items.slug, named), seenBy(campId)))
      .orderBy(asc(items.id))
      .for('update');
    return this.find(campId, id, tx);
  }

  /** What the questions of a track measure with now, retired ones too: by whose answers others are judged. */
  async measuring(campId: string, track: string): Promise<Measuring[]> {
    const { seen, ofSkill, estimated } = this.parts(campId);
    const rows = await this.database.sql
      .select({ slug: seen.slug, askedHash: seen.askedHash, item: seen.item, estimate: campEstimates })
      .from(seen)
      .innerJoin(ofSkill, eq(ofSkill.slug, seen.skill))
      .leftJoin(campEstimates, estimated)
      .where(and(eq(ofSkill.track, track), inArray(seen.kind, [...AUTOMATIC])))
      .orderBy(asc(seen.slug));
    return rows.map(({ slug, askedHash, item, estimate }) => ({
      slug,
      askedHash,
      parameters: parametersNow(item, estimate),
      authored: authoredParameters(item),
    }));
  }

  /** The ids that a name has in a camp: of the library's question, and of the camp's own. */
  async idsOf(campId: string, slug: string, sql: Sql = this.database.sql): Promise<string[]> {
    const rows = await sql
      .select({ id: items.id })
      .from(items)
      .where(and(eq(items.slug, slug), seenBy(campId)));
    return rows.map(({ id }) => id);
  }

  /** Versions that led to the question as it stands, newest first: the library's, then the camp's own. */
  async history(
    campId: string,
    { slug, campId: owner, id }: Pick<ItemRow, 'slug' | 'campId' | 'id'>,
  ): Promise<{ version: number; byUser: string | null; at: Date }[]> {
    const rows = await this.database.sql
      .select({ owner: items.campId, version: itemVersions.version, byUser: itemVersions.byUser, at: itemVersions.at })
      .from(itemVersions)
      .innerJoin(items, eq(items.id, itemVersions.itemId))
      .where(and(eq(items.slug, slug), owner === null ? eq(items.id, id) : seenBy(campId)));
    const copied = Math.min(...rows.flatMap((row) => (row.owner === null ? [] : [row.version])));
    return rows
      .filter((row) => row.owner === owner || row.version < copied)
      .sort((a, b) => b.version - a.version)
      .map(({ owner: _, ...row }) => row);
  }

  /**
   * A question of the camp: a new one, or the copy of one of the library.
   * @returns null where the camp has one of this name already
   */
  async insert(
    tx: Sql,
    given: { campId: string; item: Item; version: number; state: ItemRow['state'] },
    { byUser, at }: Change,
  ): Promise<string | null> {
    const { campId, item, version, state } = given;
    const { id: slug, skill, kind } = item;
    const [row] = await tx
      .insert(items)
      .values({ id: newId(at.getTime()), campId, slug, shippedHash: null, version, skill, kind, item, state })
      .onConflictDoNothing()
      .returning({ id: items.id });
    if (row === undefined) return null;
    await tx.insert(itemVersions).values({ itemId: row.id, version, item, byUser, at });
    return row.id;
  }

  /** A new version of a question of the camp. */
  async update(tx: Sql, { id, version }: Pick<ItemRow, 'id' | 'version'>, item: Item, by: Change): Promise<void> {
    const next = { item, skill: item.skill, kind: item.kind, version: version + 1 };
    await tx.update(items).set(next).where(eq(items.id, id));
    await tx.insert(itemVersions).values({ itemId: id, version: version + 1, item, ...by });
  }

  private parts(campId: string, only?: SQL, sql: Sql = this.database.sql) {
    const seen = sql
      .selectDistinctOn([items.slug])
      .from(items)
      .where(and(seenBy(campId), only))
      .orderBy(asc(items.slug), asc(items.campId))
      .as('seen');
    const ofSkill = sql
      .selectDistinctOn([skills.slug])
      .from(skills)
      .where(or(isNull(skills.campId), eq(skills.campId, campId)))
      .orderBy(asc(skills.slug), asc(skills.campId))
      .as('of_skill');
    const ofTrack = sql
      .selectDistinctOn([skillTracks.slug])
      .from(skillTracks)
      .where(or(isNull(skillTracks.campId), eq(skillTracks.campId, campId)))
      .orderBy(asc(skillTracks.slug), asc(skillTracks.campId))
      .as('of_track');
    const asItIsAsked = (of: typeof campEstimates | typeof campMisfits) =>
      and(eq(of.campId, campId), eq(of.slug, seen.slug), eq(of.askedHash, seen.askedHash));
    return {
      seen,
      ofSkill,
      ofTrack,
      estimated: asItIsAsked(campEstimates),
      misfitting: asItIsAsked(campMisfits),
    };
  }

  /** Open reports of a question by its name, whichever of its ids was asked. */
  private reports(campId: string, slug: SQLWrapper, sql: Sql = this.database.sql) {
    return sql
      .select({ id: itemReports.id })
      .from(itemReports)
      .innerJoin(items, eq(items.id, itemReports.itemId))
      .where(and(eq(itemReports.campId, campId), isNull(itemReports.resolvedAt), eq(items.slug, slug)));
  }
}

/** As attempts take them: what the camp's answers have told goes before what the author believes. */
export function parametersNow(item: Item, estimate: StandingItem['estimate']): ItemParameters {
  if (estimate === null) return authoredParameters(item);
  const { discrimination, difficulty, guessing } = estimate;
  return { discrimination, difficulty, guessing };
}

/** In `order by name, camp` the camp's own comes first, as nulls are last. */
const seenBy = (campId: string) => or(isNull(items.campId), eq(items.campId, campId));
