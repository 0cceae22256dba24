import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { TaughtContent, type TaughtSkill } from '../../../assessment/index.js';
import { type Piece, pieceOfQuestion, pieceOfSkill, piecesOfLesson } from '../../domain/search/pieces.js';
import { ChunkStore, type GivenPiece, type PieceOwner } from '../../store/search/chunk-store.js';
import { WordStore } from '../../store/search/word-store.js';

/** Small, so that who asks the server in between waits for milliseconds. */
const LESSONS_A_TURN = 10;
const OTHERS_A_TURN = 100;

type SkillOf = (campId: string | null, skill: string) => { title: string; description: string };

/** Brings the pieces that are searched into step with lessons, skills and questions; then they are found by their words. */
@Injectable()
export class SplitContent {
  /** Of the skills and questions that this process has looked at last. */
  #mark: string | null = null;

  constructor(
    private readonly database: Database,
    private readonly content: TaughtContent,
    private readonly chunks: ChunkStore,
    private readonly words: WordStore,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const mark = await this.content.mark();
    const skills = await this.content.everySkill();
    if (mark !== this.#mark) await this.splitOthers(skills, signal);
    this.#mark = mark;
    const skillOf = lookUp(skills);
    while (await this.splitLessons(skillOf)) signal.throwIfAborted();
    await this.inTurn(async (tx) => {
      await this.chunks.dropUnseen(tx);
      await this.words.gather(tx);
    });
  }

  private async splitOthers(skills: readonly TaughtSkill[], signal: AbortSignal): Promise<void> {
    const skillOf = lookUp(skills);
    const missing = new Map<string, { owner: PieceOwner; given: GivenPiece }>();
    const want = (owner: Omit<PieceOwner, 'lesson'>, piece: Piece) => {
      const given = { piece, hash: hashOf([owner.skill, owner.title, piece]) };
      missing.set(keyOf({ ...owner, ...given }), { owner: { ...owner, lesson: null }, given });
    };
    for (const { campId, id, title, description } of skills)
      want({ campId, kind: 'skill', slug: id, skill: id, title }, pieceOfSkill({ title, description }));
    for (const { campId, item } of await this.content.everyQuestion()) {
      const { id, skill } = item;
      want({ campId, kind: 'question', slug: id, skill, title: skillOf(campId, skill).title }, pieceOfQuestion(item));
    }
    await this.inTurn(async (tx) => {
      const stale = (await this.chunks.others(tx)).filter((row) => !missing.delete(keyOf(row)));
      await this.chunks.drop(
        tx,
        stale.map(({ id }) => id),
      );
    });
    const due = [...missing.values()];
    for (let from = 0; from < due.length; from += OTHERS_A_TURN) {
      signal.throwIfAborted();
      await this.inTurn(async (tx) => {
        for (const { owner, given } of due.slice(from, from + OTHERS_A_TURN)) await this.chunks.put(tx, owner, [given]);
      });
    }
  }

  /** @returns whether there may be more */
  private splitLessons(skillOf: SkillOf): Promise<boolean> {
    return this.inTurn(async (tx) => {
      const due = await this.chunks.unsplit(tx, LESSONS_A_TURN);
      for (const { lessonId: id, version, campId, slug, kind, skill, title, objectives, body } of due) {
        const pieces = piecesOfLesson({ title, objectives, body }, skillOf(campId, skill));
        const given = pieces.map((piece) => ({ piece, hash: hashOf(piece) }));
        await this.chunks.put(tx, { campId, kind, slug, skill, title, lesson: { id, version } }, given);
      }
      return due.length > 0;
    });
  }

  private inTurn<T>(work: (tx: Sql) => Promise<T>): Promise<T> {
    return this.database.transaction(async (tx) => {
      await this.chunks.lock(tx);
      return work(tx);
    });
  }
}

/** A camp's own skill, else the library's; one that is gone is called by its name. */
function lookUp(skills: readonly TaughtSkill[]): SkillOf {
  const known = new Map(skills.map((skill) => [`${skill.campId ?? ''} ${skill.id}`, skill]));
  return (campId, id) => known.get(`${campId ?? ''} ${id}`) ?? known.get(` ${id}`) ?? { title: id, description: '' };
}

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('base64url');

const keyOf = (of: { campId: string | null; kind: string; slug: string; hash: string }): string =>
  [of.campId ?? '', of.kind, of.slug, of.hash].join(' ');
