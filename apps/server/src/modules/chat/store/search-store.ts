import { Injectable } from '@nestjs/common';
import { sql as raw } from 'drizzle-orm';
import { Database, rowsOf } from '../../../platform/database/index.js';
import { MARK } from '../domain/marked-text.js';

/** What is looked for, and by whom. */
export interface Search {
  channelIds: readonly string[];
  me: string | null;
  words: string;
  from?: string | undefined;
  /** Days in the time zone: from one on, before one. */
  since?: string | undefined;
  until?: string | undefined;
  timeZone: string;
  link: boolean;
  /** Only what is older than this message. */
  beyond?: { at: string; id: string } | undefined;
  limit: number;
}

export interface FoundRow {
  id: string;
  /** When it was sent, as text that sorts, to the millisecond. */
  at: string;
  snippet: string;
}

const MARKED = `StartSel=${MARK.start}, StopSel=${MARK.end}, MinWords=15, MaxWords=35`;

/** Messages by their words, in English and Spanish at once. */
@Injectable()
export class SearchStore {
  constructor(private readonly database: Database) {}

  /** The newest first. */
  find({ channelIds, me, words, from, since, until, timeZone, link, beyond, limit }: Search): Promise<FoundRow[]> {
    const english = raw`websearch_to_tsquery('english', ${words})`;
    const spanish = raw`websearch_to_tsquery('spanish', ${words})`;
    const asked = words !== '';
    const begins = (day: string) => raw`(${day}::date::timestamp AT TIME ZONE ${timeZone})`;
    const and = (condition: ReturnType<typeof raw> | undefined) =>
      condition === undefined ? raw`` : raw` AND ${condition}`;
    // Words that mean nothing alone in one language are no words there: what is left of such a query finds nothing.
    const matches = raw`(m.words @@ ${english} OR m.words @@ ${spanish})`;
    const snippet = (language: string, query: ReturnType<typeof raw>) =>
      raw`ts_headline(${raw.raw(`'${language}'`)}, found.text, ${query}, ${MARKED})`;
    return rowsOf<FoundRow>(
      this.database.sql.execute(raw`
        SELECT found.id, found.at, ${
          asked
            ? raw`CASE WHEN to_tsvector('english', found.text) @@ ${english} THEN ${snippet('english', english)}
                ELSE ${snippet('spanish', spanish)} END`
            : raw`left(found.text, 240)`
        } AS snippet
        FROM (
          SELECT m.id, m.text, m.created_at, to_char(m.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at
          FROM chat_messages m
          WHERE m.channel_id = ANY (${`{${channelIds.join(',')}}`}::uuid[]) AND m.deleted_at IS NULL
            AND m.withheld_from IS DISTINCT FROM ${me}::uuid${and(asked ? matches : undefined)}${and(
              from === undefined ? undefined : raw`m.author_id = ${from}::uuid`,
            )}${and(since === undefined ? undefined : raw`m.created_at >= ${begins(since)}`)}${and(
              until === undefined ? undefined : raw`m.created_at < ${begins(until)}`,
            )}${and(link ? raw`m.has_link` : undefined)}${and(
              beyond === undefined
                ? undefined
                : raw`(m.created_at, m.id) < (${beyond.at}::timestamptz, ${beyond.id}::uuid)`,
            )}
          ORDER BY m.created_at DESC, m.id DESC LIMIT ${limit}
        ) AS found
        ORDER BY found.created_at DESC, found.id DESC`),
    );
  }
}
