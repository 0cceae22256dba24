import { Injectable } from '@nestjs/common';
import type { Sql } from '../../../../platform/database/index.js';
import { type StreamName, Streams } from '../../../../platform/streams/index.js';
import { Roster } from '../../../camps/index.js';

interface Graded {
  campId: string;
  milestoneId: string;
  groupId: string | null;
}

/** What is told of grades: by ids alone, to the staff of the camp and to the students whom it is about. */
@Injectable()
export class GradeNews {
  constructor(
    private readonly roster: Roster,
    private readonly streams: Streams,
  ) {}

  async changed(tx: Sql, graded: Graded, memberIds: readonly string[] = []): Promise<void> {
    const staff = (await this.roster.members(graded.campId, tx)).filter(({ role }) => role === 'instructor');
    const students = await this.roster.userIds(memberIds, tx);
    const users = new Set([...staff.flatMap(({ userId }) => userId ?? []), ...students.values()]);
    for (const userId of [...users].sort()) {
      const stream: StreamName = `user:${userId}`;
      await this.streams.append(tx, stream, 'grades.changed', graded);
    }
  }
}
