import { Injectable } from '@nestjs/common';
import type { Camp, CampRole } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { AppError, notFound } from '../../../kernel/app-error.js';
import { authorize, may, type Permission, type Standing } from '../../../kernel/permissions.js';
import { Database } from '../../../platform/database/index.js';
import { type CampRow, CampStore } from '../store/camp-store.js';
import { MemberStore } from '../store/member-store.js';

/** What somebody is in one camp; `campRole` is null for admins and the system, who need not be members. */
export interface CampStanding extends Standing {
  camp: CampRow;
  campRole: CampRole | null;
  memberId: string | null;
  myRole: Camp['myRole'];
}

/** Asked in the first line of every use case that is about a camp. Call it outside transactions. */
@Injectable()
export class CampAccess {
  constructor(
    private readonly database: Database,
    private readonly camps: CampStore,
    private readonly members: MemberStore,
  ) {}

  /** @throws AppError `not_found` for those who do not belong to the camp, `forbidden` for those who do but may not */
  async require(actor: Actor, campId: string, permission: Permission): Promise<CampStanding> {
    const standing = await this.standing(actor, campId);
    authorize(actor, permission, standing);
    return standing;
  }

  /** @throws AppError `not_found` for those who do not belong to the camp */
  async standing(actor: Actor, campId: string): Promise<CampStanding> {
    const sql = this.database.sql;
    const camp = await this.camps.find(sql, campId);
    if (camp === null) throw notFound('The camp');
    if (actor.kind === 'system') return { camp, campRole: null, memberId: null, myRole: 'admin' };
    const own = await this.members.placeOf(sql, campId, actor.userId);
    if (own === null && actor.role !== 'admin') throw notFound('The camp');
    return { camp, campRole: own?.role ?? null, memberId: own?.id ?? null, myRole: own?.role ?? 'admin' };
  }

  /** As whom somebody may hear the stream of the camp; null: not at all. */
  async hearing(actor: Actor, campId: string): Promise<'staff' | 'member' | null> {
    try {
      const standing = await this.require(actor, campId, 'camp.see');
      return may(actor, 'camp.change', standing) ? 'staff' : 'member';
    } catch (error) {
      if (error instanceof AppError) return null;
      throw error;
    }
  }
}
