import type { AnsweredBy, GradeProposal, RubricRow } from '@tailcamp/contracts';
import { pointsProposed } from '../../domain/grading/by-model.js';
import type { ProposalRow } from '../../store/grading/proposal-store.js';

/** How often a proposal may be asked for, the first time included. */
export const MOST_ASKS = 4;

export function proposalView(row: ProposalRow, rubric: readonly RubricRow[]): GradeProposal {
  const { state, by, flags, content, retryAt, asks } = row;
  const criteria = content?.criteria ?? [];
  return {
    state,
    criteria,
    points: pointsProposed(rubric, criteria),
    by,
    flags,
    code: content?.code ?? null,
    retryAt: retryAt?.toISOString() ?? null,
    mayAsk: state !== 'waiting' && asks < MOST_ASKS,
  };
}

/** As agreement is told by. */
export const proposerOf = (by: AnsweredBy): string => (by.how === 'rules' ? 'rules' : `${by.model} · ${by.prompt}`);
