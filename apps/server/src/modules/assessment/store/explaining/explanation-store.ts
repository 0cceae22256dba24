import { Injectable } from '@nestjs/common';
import type { AnswerExplanation } from '@tailcamp/contracts';
import { and, eq } from 'drizzle-orm';
import { Cipher } from '../../../../platform/cipher/index.js';
import { Database } from '../../../../platform/database/index.js';
import { explanations } from './tables.js';

/** What is explained: a version of a question, an answer, a language, and by which prompt. */
export interface ExplainedThing {
  itemId: string;
  version: number;
  /** The same for the same answer; only its blind index is stored. */
  chosen: string;
  language: 'en' | 'es';
  prompt: string;
}
export interface Explained {
  content: Pick<AnswerExplanation, 'wrong' | 'right' | 'hint'>;
  model: string;
}

@Injectable()
export class ExplanationStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  async find(thing: ExplainedThing): Promise<Explained | null> {
    const key = this.keyOf(thing);
    const { itemId, version, chosen, language, prompt } = explanations;
    const [row] = await this.database.sql
      .select()
      .from(explanations)
      .where(
        and(
          eq(itemId, key.itemId),
          eq(version, key.version),
          eq(chosen, key.chosen),
          eq(language, key.language),
          eq(prompt, key.prompt),
        ),
      );
    if (row === undefined) return null;
    const content = JSON.parse(this.cipher.open(placeOf(key), row.content)) as Explained['content'];
    return { content, model: row.model };
  }

  /** The first one stays. */
  async keep(thing: ExplainedThing, { content, model }: Explained, at: Date): Promise<void> {
    const key = this.keyOf(thing);
    const sealed = this.cipher.seal(placeOf(key), JSON.stringify(content));
    await this.database.sql
      .insert(explanations)
      .values({ ...key, model, content: sealed, at })
      .onConflictDoNothing();
  }

  private keyOf({ chosen, ...rest }: ExplainedThing): ExplainedThing {
    return { ...rest, chosen: this.cipher.blindIndex('explanations.chosen', chosen) };
  }
}

const placeOf = ({ itemId, version, chosen, language, prompt }: ExplainedThing) => ({
  column: 'explanations.content',
  row: [itemId, version, chosen, language, prompt].join(':'),
});
