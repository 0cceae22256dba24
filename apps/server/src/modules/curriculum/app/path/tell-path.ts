import { Injectable } from '@nestjs/common';
import type { Sql } from '../../../../platform/database/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { Roster } from '../../../camps/index.js';

/** Tells a learner's own windows, and those of staff, that a path is another one. */
@Injectable()
export class TellPath {
  constructor(
    private readonly streams: Streams,
    private readonly roster: Roster,
  ) {}

  async changed(
    tx: Sql,
    { campId, memberId, version }: { campId: string; memberId: string; version: number },
  ): Promise<void> {
    const userId = (await this.roster.userIds([memberId], tx)).get(memberId);
    if (userId !== undefined) await this.streams.append(tx, `user:${userId}`, 'path.changed', { campId, version });
    await this.streams.append(tx, `camp:${campId}`, 'paths.changed', { campId });
  }
}
