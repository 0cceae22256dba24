import type { TutorThreadHead, TutorTurn } from '@tailcamp/contracts';
import type { ThreadRow } from '../../store/tutor/thread-store.js';
import type { TurnRow } from '../../store/tutor/turn-store.js';

export const headOf = ({ id, title, asked, openToStaff, createdAt, updatedAt }: ThreadRow): TutorThreadHead => ({
  ...{ id, title, asked, openToStaff },
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});

export const turnView = (turn: TurnRow): TutorTurn => {
  const { id, threadId, number, clientId, question, state, outcome, reply, sources, by, helpful } = turn;
  return {
    ...{ id, threadId, number, clientId, question, state, outcome, reply, sources, by, helpful },
    askedAt: turn.askedAt.toISOString(),
  };
};
