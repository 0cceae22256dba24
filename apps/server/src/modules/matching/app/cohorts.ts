import { Injectable } from '@nestjs/common';
import type { Cohort } from '../../../platform/solver/index.js';
import { Roster } from '../../camps/index.js';

/** The students of a camp as the solver reads them, identified by their member ids. */
@Injectable()
export class Cohorts {
  constructor(private readonly roster: Roster) {}

  async of(campId: string): Promise<Cohort> {
    const { table, idColumn } = await this.roster.table(campId);
    return { columns: table.columns, rows: table.rows.map(({ cells }) => cells), idColumn };
  }

  memberIds({ columns, rows, idColumn }: Cohort): string[] {
    const at = columns.indexOf(idColumn);
    return rows.map((cells) => cells[at] ?? '');
  }
}
