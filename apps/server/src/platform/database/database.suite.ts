import { sql } from 'drizzle-orm';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, encrypted, instant, rowsOf } from './index.js';
import { isUniqueViolation } from './retry.js';

const notes = pgTable('suite_notes', {
  id: integer('id').primaryKey(),
  word: text('word').notNull().unique('suite_notes_word'),
  secret: encrypted('secret'),
  at: instant('at'),
});

/** What every adapter of the database does alike. */
export function databaseSuite(name: string, open: () => Promise<Database>): void {
  describe(name, () => {
    let database: Database;
    beforeAll(async () => {
      database = await open();
      await database.sql.execute(
        sql`create table suite_notes (id int primary key, word text not null constraint suite_notes_word unique, secret text, at timestamptz(3))`,
      );
    });
    afterAll(() => database.close());

    it('answers, and has been migrated', async () => {
      await database.ping();
      const tables = await rowsOf<{ name: string }>(
        database.sql.execute(
          sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
        ),
      );
      expect(tables.map((table) => table.name)).toContain('installation');
    });

    it('has pgvector', async () => {
      const [row] = await rowsOf<{ distance: number }>(
        database.sql.execute(sql`select '[1,0]'::vector <=> '[0,1]'::vector as distance`),
      );
      expect(row?.distance).toBe(1);
    });

    it('keeps what a transaction did, and nothing of one that failed', async () => {
      await database.transaction((tx) => tx.insert(notes).values({ id: 1, word: 'kept' }));
      await expect(
        database.transaction(async (tx) => {
          await tx.insert(notes).values({ id: 2, word: 'lost' });
          throw new Error('changed my mind');
        }),
      ).rejects.toThrow('changed my mind');
      expect((await database.sql.select().from(notes)).map((note) => note.word)).toEqual(['kept']);
    });

    it('names the unique key that refused a row', async () => {
      const again = database.sql.insert(notes).values({ id: 9, word: 'kept' });
      const error = await again.then(
        () => null,
        (thrown: unknown) => thrown,
      );
      expect(isUniqueViolation(error)).toBe(true);
      expect(isUniqueViolation(error, 'suite_notes_word')).toBe(true);
      expect(isUniqueViolation(error, 'another')).toBe(false);
    });

    it('gives moments back to the millisecond, in UTC', async () => {
      const at = new Date('2026-03-29T01:30:00.123Z');
      await database.sql.insert(notes).values({ id: 3, word: 'timed', at });
      const found = await database.sql.select().from(notes).where(sql`id = 3`);
      expect(found[0]?.at).toEqual(at);
    });

    it('runs a transaction again when the database gives up on it', async () => {
      let runs = 0;
      const result = await database.transaction(async (tx) => {
        await tx.insert(notes).values({ id: 4, word: 'once' });
        if (++runs < 3) await tx.execute(sql`do $$ begin raise exception using errcode = '40001'; end $$`);
        return runs;
      });
      expect(result).toBe(3);
      expect(await database.sql.select().from(notes).where(sql`id = 4`)).toHaveLength(1);
    });

    it('gives up when trying again does not help, with what the database said', async () => {
      let runs = 0;
      const attempt = database.transaction((tx) => {
        runs++;
        return tx.execute(sql`do $$ begin raise exception 'again and again' using errcode = '40P01'; end $$`);
      });
      await expect(attempt).rejects.toThrow();
      expect(runs).toBe(5);
    });

    it('refuses statements beside the transaction at hand, which would wait for themselves', async () => {
      await expect(database.transaction(async () => database.sql.select().from(notes))).rejects.toThrow(
        'Inside a transaction',
      );
      await expect(database.transaction(() => database.transaction(async () => 1))).rejects.toThrow('do not nest');
    });

    it('gives waiting transactions their turn', async () => {
      await database.sql.insert(notes).values({ id: 100, word: '0' });
      await Promise.all(
        Array.from({ length: 20 }, () =>
          database.transaction(async (tx) => {
            const [note] = await tx.select().from(notes).where(sql`id = 100`).for('update');
            await tx
              .update(notes)
              .set({ word: String(Number(note?.word) + 1) })
              .where(sql`id = 100`);
          }),
        ),
      );
      const [note] = await database.sql.select().from(notes).where(sql`id = 100`);
      expect(note?.word).toBe('20');
    });
  });
}
