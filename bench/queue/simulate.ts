import type { QueueSettings } from '@tailcamp/contracts';
import { levelAt, type Matchmaker, momentsOf } from '@tailcamp/matching';
import type { Student } from './day.js';

export type Ending = 'grouped' | 'declined' | 'no_answer' | 'expired';

export interface Ended {
  readonly id: string;
  readonly ending: Ending;
  /** Minutes from joining to the end. */
  readonly waited: number;
}

export interface FormedAt {
  readonly members: readonly string[];
  /** Minutes from the beginning of the day. */
  readonly at: number;
  readonly level: number;
}

interface Waiting {
  readonly student: Student;
  readonly joinedAt: number;
}

interface Proposed {
  readonly waiting: readonly Waiting[];
  readonly level: number;
  readonly answerAt: readonly number[];
  readonly expiresAt: number;
}

/**
 * A day of the queue on a virtual clock: the engine's matchmaker and widening, with the same turns as the server's look —
 * what lapses first, then groups, then what has waited too long. Minutes are exact; nothing sleeps.
 */
export function simulate(
  students: readonly Student[],
  settings: QueueSettings,
  matchmaker: Matchmaker,
): { ended: Ended[]; groups: FormedAt[]; looks: number } {
  const ended: Ended[] = [];
  const groups: FormedAt[] = [];
  const moments = momentsOf(settings);
  let [waiting, proposals, next, looks]: [Waiting[], Proposed[], number, number] = [[], [], 0, 0];
  const end = ({ student, joinedAt }: Waiting, ending: Ending, at: number) =>
    ended.push({ id: student.id, ending, waited: at - joinedAt });
  const again = (some: readonly Waiting[]) => {
    waiting = [...waiting, ...some].sort((a, b) => a.joinedAt - b.joinedAt);
  };

  for (let now = 0; ; ) {
    const due = [
      students[next]?.arrives,
      ...waiting.flatMap(({ joinedAt }) => moments.map((minutes) => joinedAt + minutes).filter((at) => at > now)),
      ...proposals.map(overAt),
    ].filter((at) => at !== undefined);
    if (due.length === 0) return { ended, groups, looks };
    now = Math.max(now, Math.min(...due));
    const arrived = students.filter(({ arrives }, at) => at >= next && arrives <= now);
    again(arrived.map((student) => ({ student, joinedAt: student.arrives })));
    next += arrived.length;
    for (const proposal of proposals.filter((each) => overAt(each) <= now)) settleProposal(proposal, now);
    proposals = proposals.filter((each) => overAt(each) > now);
    look(now);
  }

  function settleProposal(proposal: Proposed, now: number): void {
    const answered = (m: number) => proposal.answerAt[m]! <= now;
    const declined = proposal.waiting.filter(({ student }, m) => student.declines && answered(m));
    const silent = declined.length > 0 ? [] : proposal.waiting.filter((_, m) => !answered(m));
    if (declined.length + silent.length === 0) {
      groups.push({ members: proposal.waiting.map(({ student }) => student.id), at: now, level: proposal.level });
      for (const one of proposal.waiting) end(one, 'grouped', now);
      return;
    }
    for (const one of declined) end(one, 'declined', now);
    for (const one of silent) end(one, 'no_answer', now);
    again(proposal.waiting.filter((one) => !declined.includes(one) && !silent.includes(one)));
  }

  function look(now: number): void {
    const tickets = waiting.map(({ student, joinedAt }) => ({
      id: student.id,
      level: levelAt(settings.steps, now - joinedAt + 1e-9),
      due: now - joinedAt + 1e-9 >= settings.gatherMinutes,
    }));
    looks += 1;
    for (const { members, level } of matchmaker.form(tickets, 1)) {
      const chosen = members.flatMap((id) => waiting.filter(({ student }) => student.id === id));
      waiting = waiting.filter((one) => !chosen.includes(one));
      const answerAt = chosen.map(({ student }) => now + student.answersAfter);
      proposals.push({ waiting: chosen, level, answerAt, expiresAt: now + (settings.acceptMinutes ?? 0) });
    }
    for (const one of waiting.filter(({ joinedAt }) => now - joinedAt + 1e-9 >= settings.expireMinutes)) {
      end(one, 'expired', now);
      waiting = waiting.filter((other) => other !== one);
    }
  }
}

/** When a proposal is over: somebody has declined, all have accepted, or the time to answer has run out. */
function overAt({ waiting, answerAt, expiresAt }: Proposed): number {
  const declined = waiting.map(({ student }, m) => (student.declines ? answerAt[m]! : Number.POSITIVE_INFINITY));
  return Math.min(...declined, Math.max(...answerAt), expiresAt);
}
