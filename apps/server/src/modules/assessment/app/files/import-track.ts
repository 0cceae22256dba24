import { Injectable } from '@nestjs/common';
import type { ContentImport, ContentRow, ParsedInputOf, Skill, skillGraph, Track } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError } from '../../../../kernel/app-error.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CampAccess } from '../../../camps/index.js';
import { slugOf } from '../../domain/files/read-items.js';
import { type ReadTrack, readTrackCsv, readTrackYaml } from '../../domain/files/track-files.js';
import { circleIn } from '../../domain/skills/circle.js';
import { LibraryStore, type SkillRow, skillOf } from '../../store/library/library-store.js';
import { endOf, type GivenFile, stemOf, tableOf, unreadable } from './read-file.js';

/** Takes a track of a file into a camp, or into the library of all: whole or not at all. */
@Injectable()
export class ImportTrack {
  constructor(
    private readonly database: Database,
    private readonly streams: Streams,
    private readonly access: CampAccess,
    private readonly library: LibraryStore,
  ) {}

  async run(actor: Actor, input: ParsedInputOf<typeof skillGraph.import>): Promise<ContentImport> {
    const { campId, track, ...file } = input;
    await this.access.require(actor, campId, 'assessment.manage');
    return this.take(campId, file, track ?? null);
  }

  /** For the command line, whose user owns all of it. @param campId null for the library */
  async take(campId: string | null, file: GivenFile, track: string | null): Promise<ContentImport> {
    return this.database.transaction(async (tx) => {
      const skills = await this.library.skills(campId, tx);
      const read = await this.read(tx, campId, file, track, skills);
      if (read.track === null) throw refusal(file.fileName, read.rows);
      const problems = problemsWith(read.track, skills);
      if (problems.length > 0) throw refusal(file.fileName, problems);
      return this.write(tx, campId, file.fileName, read.track, skills);
    });
  }

  private async read(
    tx: Sql,
    campId: string | null,
    file: GivenFile,
    name: string | null,
    skills: readonly SkillRow[],
  ): Promise<ReadTrack> {
    const end = endOf(file.fileName);
    if (['yaml', 'yml', 'json'].includes(end)) return readTrackYaml(file.content);
    if (!['csv', 'tsv', 'txt'].includes(end))
      throw unreadable(file.fileName, file.fileName, 'it is none of .csv, .yaml and .json');
    const rows = tableOf(file, ['skill', 'prerequisite'], 'skills').map(({ row, cell }) => ({
      row,
      skill: cell('skill'),
      prerequisite: cell('prerequisite'),
    }));
    const title = stemOf(file.fileName);
    const slug = name ?? slugOf(title);
    if (slug === null) throw unreadable(file.fileName, 'track', 'name the track: the name of the file makes none');
    const existing = (await this.library.tracks(campId, tx)).find((one) => one.slug === slug) ?? null;
    return readTrackCsv(rows, {
      slug,
      title: title.length < 2 ? `${slug} (track)` : title.slice(0, 60),
      fileName: file.fileName.slice(0, 200),
      existing: existing && {
        id: slug,
        title: existing.title,
        description: existing.description,
        domains: existing.domains,
      },
      known: new Map(skills.map((row) => [row.slug, { ...skillOf(row), track: row.track }])),
    });
  }

  private async write(
    tx: Sql,
    campId: string | null,
    fileName: string,
    track: Track,
    standing: readonly SkillRow[],
  ): Promise<ContentImport> {
    const before = new Map(standing.map((row) => [row.slug, row]));
    const isSame = (skill: Skill) => {
      const row = before.get(skill.id);
      return (
        row !== undefined && row.track === track.id && JSON.stringify(skillOf(row)) === JSON.stringify(inOrder(skill))
      );
    };
    const changes = track.skills.filter((skill) => !isSame(skill));
    const rows: ContentRow[] = changes.map(({ id }) => {
      const was = before.has(id) ? 'changed' : 'added';
      return { file: null, row: null, at: null, was, reason: null, message: id };
    });
    await this.library.putTrack(tx, { campId, shippedHash: null }, track);
    await this.library.putSkills(
      tx,
      campId,
      changes.map((skill) => ({ skill, track: track.id, shippedHash: null })),
    );
    if (campId !== null) await this.streams.append(tx, `camp:${campId}`, 'items.changed', { campId });
    const added = rows.filter(({ was }) => was === 'added').length;
    return {
      fileName,
      read: track.skills.length,
      added,
      changed: rows.length - added,
      unchanged: track.skills.length - rows.length,
      refused: 0,
      rows: rows.slice(0, 500),
    };
  }
}

/** What is wrong between a track and the skills around it. */
export function problemsWith(track: Track, standing: readonly SkillRow[]): readonly ContentRow[] {
  const tell = (at: string, reason: ContentRow['reason'], message: string): ContentRow => ({
    file: null,
    row: null,
    at,
    was: 'refused',
    reason,
    message,
  });
  const problems: ContentRow[] = [];
  const domains = new Set(track.domains.map(({ id }) => id));
  const own = new Map<string, Skill>();
  for (const skill of track.skills) {
    if (own.has(skill.id)) problems.push(tell(skill.id, 'twice', `The skill “${skill.id}” stands there twice`));
    own.set(skill.id, skill);
    if (!domains.has(skill.domain))
      problems.push(tell(skill.id, 'unknown_domain', `The track has no domain “${skill.domain}”`));
  }
  const others = new Map(standing.map((row) => [row.slug, row.requires]));
  for (const { id, requires } of track.skills)
    for (const needed of requires)
      if (!own.has(needed) && !others.has(needed))
        problems.push(tell(id, 'unknown_skill', `It requires “${needed}”, which is no skill`));
  const circle = circleIn(new Map([...others, ...track.skills.map(({ id, requires }) => [id, requires] as const)]));
  if (circle !== null)
    problems.push(tell(circle[0] ?? '', 'circle', `These skills require each other: ${circle.join(' → ')}`));
  return problems;
}

function refusal(fileName: string, rows: readonly ContentRow[]): AppError {
  const fields = rows.slice(0, 20).map(({ row, at, message }) => ({
    field:
      [row === null ? null : `row ${row}`, at === null ? null : row === null ? at : `column "${at}"`]
        .filter((part) => part !== null)
        .join(', ') || fileName,
    message,
  }));
  const [first] = fields;
  return new AppError('invalid_file', { detail: `${fileName}: ${first?.field}: ${first?.message}.`, fields });
}

/** With its fields in the order in which a row gives them. */
const inOrder = ({ id, title, domain, level, description, requires }: Skill): Skill => ({
  id,
  title,
  domain,
  level,
  description,
  requires,
});
