import type { FieldProblem, Import } from '@tailcamp/contracts';
import type { ImportPlan } from './plan-import.js';
import type { RosterFile } from './roster-file.js';

/** What an import says of itself; kept sealed, for it quotes the file. */
export type ImportReport = Omit<Import, 'id' | 'state' | 'createdAt'>;

export function reportOf(file: RosterFile, plan: ImportPlan, problem: FieldProblem | null = null): ImportReport {
  return {
    fileName: file.fileName,
    delimiter: file.delimiter,
    columns: [...file.columns],
    read: file.rows.length,
    added: plan.added.length,
    changed: plan.changed.length,
    unchanged: plan.unchanged,
    refused: plan.refused,
    rows: plan.rows,
    notices: [...file.notices],
    missing: [...file.missing],
    problem,
  };
}
