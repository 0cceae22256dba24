import { Injectable } from '@nestjs/common';
import { asc, eq } from 'drizzle-orm';
import { Cipher } from '../../../../platform/cipher/index.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import type { ProposalGrounds } from '../../domain/queue/proposal.js';
import { queueProposals } from './tables.js';

export interface ProposalRow {
  id: string;
  campId: string;
  level: number;
  grounds: ProposalGrounds;
  createdAt: Date;
  expiresAt: Date;
}

@Injectable()
export class ProposalStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  async insert(tx: Sql, { grounds, ...proposal }: ProposalRow): Promise<void> {
    const sealed = this.cipher.seal(place(proposal.id), JSON.stringify(grounds));
    await tx.insert(queueProposals).values({ ...proposal, grounds: sealed });
  }

  async find(id: string, sql: Sql = this.database.sql): Promise<ProposalRow | null> {
    const [row] = await sql.select().from(queueProposals).where(eq(queueProposals.id, id));
    return row === undefined ? null : this.open(row);
  }

  async ofCamp(campId: string, sql: Sql = this.database.sql): Promise<ProposalRow[]> {
    const rows = await sql
      .select()
      .from(queueProposals)
      .where(eq(queueProposals.campId, campId))
      .orderBy(asc(queueProposals.id));
    return rows.map((row) => this.open(row));
  }

  async remove(tx: Sql, id: string): Promise<void> {
    await tx.delete(queueProposals).where(eq(queueProposals.id, id));
  }

  async removeCamp(tx: Sql, campId: string): Promise<void> {
    await tx.delete(queueProposals).where(eq(queueProposals.campId, campId));
  }

  private open(row: typeof queueProposals.$inferSelect): ProposalRow {
    return { ...row, grounds: JSON.parse(this.cipher.open(place(row.id), row.grounds)) as ProposalGrounds };
  }
}

const place = (row: string) => ({ column: 'queue_proposals.grounds', row });
