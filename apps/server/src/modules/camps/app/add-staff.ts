import { Injectable } from '@nestjs/common';
import type { camps, Member, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { AppError, notFound } from '../../../kernel/app-error.js';
import { Clock } from '../../../kernel/clock.js';
import { Database } from '../../../platform/database/index.js';
import { People } from '../../identity/index.js';
import { CampStore } from '../store/camp-store.js';
import { MemberStore } from '../store/member-store.js';
import { CampAccess } from './camp-access.js';
import { MemberView } from './member-view.js';
import { Membership } from './membership.js';

@Injectable()
export class AddStaff {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: People,
    private readonly camps: CampStore,
    private readonly members: MemberStore,
    private readonly access: CampAccess,
    private readonly membership: Membership,
    private readonly view: MemberView,
  ) {}

  async run(actor: Actor, { campId, email }: ParsedInputOf<typeof camps.addStaff>): Promise<Member> {
    const standing = await this.access.require(actor, campId, 'camp.manage-members');
    const person = await this.people.byEmail(email);
    if (person === null)
      throw new AppError('not_found', { detail: 'No account has this e-mail; they must sign up first.' });
    const member = await this.database.transaction(async (tx) => {
      if ((await this.camps.lock(tx, campId)) === null) throw notFound('The camp');
      if ((await this.members.placeOf(tx, campId, person.id))?.role === 'instructor') {
        throw new AppError('already_exists', { detail: 'They are an instructor of this camp already.' });
      }
      return this.membership.enter(tx, campId, person, 'instructor', this.clock.now());
    });
    const [view] = await this.view.of(actor, standing, [member]);
    if (view === undefined) throw notFound('The member');
    return view;
  }
}
