import { Controller } from '@nestjs/common';
import { camps, type ParsedInputOf } from '@tailcamp/contracts';
import { Serve } from '../../../gateway/serve.js';
import type { UserActor } from '../../../kernel/actor.js';
import { AddStaff } from '../app/add-staff.js';
import { ChangeCamp } from '../app/change-camp.js';
import { CopyCamp } from '../app/copy-camp.js';
import { CreateCamp } from '../app/create-camp.js';
import { GetCamp } from '../app/get-camp.js';
import { JoinCamp } from '../app/join-camp.js';
import { ListCamps } from '../app/list-camps.js';
import { ListMembers } from '../app/list-members.js';
import { PreviewJoin } from '../app/preview-join.js';
import { RemoveCamp } from '../app/remove-camp.js';
import { RemoveMember } from '../app/remove-member.js';
import { RenewJoinLink } from '../app/renew-join-link.js';

type Input<E extends keyof typeof camps> = ParsedInputOf<(typeof camps)[E]>;

/** Camps and who is in them. */
@Controller()
export class CampsController {
  constructor(
    private readonly creating: CreateCamp,
    private readonly listing: ListCamps,
    private readonly getting: GetCamp,
    private readonly changing: ChangeCamp,
    private readonly copying: CopyCamp,
    private readonly removing: RemoveCamp,
    private readonly renewing: RenewJoinLink,
    private readonly previewing: PreviewJoin,
    private readonly joining: JoinCamp,
    private readonly listingMembers: ListMembers,
    private readonly addingStaff: AddStaff,
    private readonly removingMember: RemoveMember,
  ) {}

  @Serve(camps.create)
  create(input: Input<'create'>, caller: UserActor) {
    return this.creating.run(caller, input);
  }

  @Serve(camps.list)
  list(input: Input<'list'>, caller: UserActor) {
    return this.listing.run(caller, input);
  }

  @Serve(camps.get)
  get(input: Input<'get'>, caller: UserActor) {
    return this.getting.run(caller, input);
  }

  @Serve(camps.change)
  change(input: Input<'change'>, caller: UserActor) {
    return this.changing.run(caller, input);
  }

  @Serve(camps.copy)
  copy(input: Input<'copy'>, caller: UserActor) {
    return this.copying.run(caller, input);
  }

  @Serve(camps.remove)
  remove(input: Input<'remove'>, caller: UserActor) {
    return this.removing.run(caller, input);
  }

  @Serve(camps.renewJoinLink)
  renewJoinLink(input: Input<'renewJoinLink'>, caller: UserActor) {
    return this.renewing.run(caller, input);
  }

  @Serve(camps.preview)
  preview(input: Input<'preview'>, caller: UserActor | null) {
    return this.previewing.run(caller, input);
  }

  @Serve(camps.join)
  join(input: Input<'join'>, caller: UserActor) {
    return this.joining.run(caller, input);
  }

  @Serve(camps.members)
  members(input: Input<'members'>, caller: UserActor) {
    return this.listingMembers.run(caller, input);
  }

  @Serve(camps.addStaff)
  addStaff(input: Input<'addStaff'>, caller: UserActor) {
    return this.addingStaff.run(caller, input);
  }

  @Serve(camps.removeMember)
  removeMember(input: Input<'removeMember'>, caller: UserActor) {
    return this.removingMember.run(caller, input);
  }
}
