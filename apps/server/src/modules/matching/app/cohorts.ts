import { Injectable } from '@nestjs/common';
import type { Cohort } from '../../../platform/solver/index.js';
import { AssessedColumns } from '../../assessment/index.js';
import { Roster } from '../../camps/index.js';

/** The students of a camp as the solver reads them, identified by their member ids: what they said, and what they have shown. */
@Injectable()
export class Cohorts {
  constructor(
    private readonly roster: Roster,
    private readonly assessed: AssessedColumns,
  ) {}

  async of(campId: string): Promise<Cohort> {
    const { table, idColumn, memberIds } = await this.roster.table(campId);
    const assessed = await this.assessed.of(campId);
    // An answer cannot pass for a measurement.
    const kept = [...table.columns.keys()].filter((at) => !assessed.columns.includes(table.columns[at] ?? ''));
    const nothing = assessed.columns.map(() => '');
    return {
      columns: [...kept.map((at) => table.columns[at] ?? ''), ...assessed.columns],
      rows: table.rows.map(({ cells }, student) => [
        ...kept.map((at) => cells[at] ?? ''),
        ...(assessed.cells.get(memberIds[student] ?? '') ?? nothing),
      ]),
      idColumn,
    };
  }

  memberIds({ columns, rows, idColumn }: Cohort): string[] {
    const at = columns.indexOf(idColumn);
    return rows.map((cells) => cells[at] ?? '');
  }
}
