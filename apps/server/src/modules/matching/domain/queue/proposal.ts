import type { CriterionScore, FreeHours } from '@tailcamp/contracts';

/** Why a group is proposed; kept sealed. The shape in which the groups module takes a group, but for its name. */
export interface ProposalGrounds {
  /** Camp members, longest wait first. */
  memberIds: string[];
  score: number;
  /** In the order of the policy, scored as it stands; a hard rule has weight 0. */
  criteria: (CriterionScore & { weight: number })[];
  pairs: number[][];
  free: FreeHours | null;
}

/** The criteria as a student may see them. */
export const shownToStudents = ({ criteria }: Pick<ProposalGrounds, 'criteria'>): CriterionScore[] =>
  criteria.filter((criterion) => !criterion.private).map(({ weight: _, ...criterion }) => criterion);

export const shownToStaff = ({ criteria }: Pick<ProposalGrounds, 'criteria'>): CriterionScore[] =>
  criteria.map(({ weight: _, ...criterion }) => criterion);

/** Where the answers to a proposal stand. */
export interface Answerer {
  id: string;
  accepted: boolean;
  /** Has an account; who has none cannot be asked, and is taken to accept. */
  canAnswer: boolean;
}

export const isAccepted = (answerers: readonly Answerer[]): boolean =>
  answerers.every(({ accepted, canAnswer }) => accepted || !canAnswer);

/** What becomes of everybody when the time to answer is over: who was silent goes, the others wait on. */
export function lapse(answerers: readonly Answerer[]): { silent: string[]; waiting: string[] } {
  const silent = answerers.filter(({ accepted, canAnswer }) => canAnswer && !accepted).map(({ id }) => id);
  return { silent, waiting: answerers.map(({ id }) => id).filter((id) => !silent.includes(id)) };
}
