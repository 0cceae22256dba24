import { Controller } from '@nestjs/common';
import { groups, type ParsedInputOf } from '@tailcamp/contracts';
import type { Exchange } from '../../../gateway/exchange.js';
import { Serve } from '../../../gateway/serve.js';
import type { UserActor } from '../../../kernel/actor.js';
import { ArrangeGroups } from '../app/arrange-groups.js';
import { ChangeGroup } from '../app/change-group.js';
import { CloseGroup } from '../app/close-group.js';
import { ClosedGroups } from '../app/closed-groups.js';
import { ExportGroups } from '../app/export-groups.js';
import { GetGroup } from '../app/get-group.js';
import { LeaveGroup } from '../app/leave-group.js';
import { ListGroups } from '../app/list-groups.js';
import { MyGroups } from '../app/my-groups.js';

@Controller()
export class GroupsController {
  constructor(
    private readonly listGroups: ListGroups,
    private readonly myGroups: MyGroups,
    private readonly getGroup: GetGroup,
    private readonly changeGroup: ChangeGroup,
    private readonly leaveGroup: LeaveGroup,
    private readonly arrangeGroups: ArrangeGroups,
    private readonly closeGroup: CloseGroup,
    private readonly closedGroups: ClosedGroups,
    private readonly exportGroups: ExportGroups,
  ) {}

  @Serve(groups.list)
  list(input: ParsedInputOf<typeof groups.list>, caller: UserActor) {
    return this.listGroups.run(caller, input);
  }

  @Serve(groups.export)
  export(input: ParsedInputOf<typeof groups.export>, caller: UserActor, exchange: Exchange) {
    exchange.nameFile(`groups-${input.format}.csv`);
    return this.exportGroups.run(caller, input);
  }

  @Serve(groups.mine)
  mine(_: ParsedInputOf<typeof groups.mine>, caller: UserActor) {
    return this.myGroups.run(caller);
  }

  @Serve(groups.get)
  get(input: ParsedInputOf<typeof groups.get>, caller: UserActor) {
    return this.getGroup.run(caller, input);
  }

  @Serve(groups.change)
  change(input: ParsedInputOf<typeof groups.change>, caller: UserActor) {
    return this.changeGroup.run(caller, input);
  }

  @Serve(groups.leave)
  leave(input: ParsedInputOf<typeof groups.leave>, caller: UserActor) {
    return this.leaveGroup.run(caller, input);
  }

  @Serve(groups.arrange)
  arrange(input: ParsedInputOf<typeof groups.arrange>, caller: UserActor) {
    return this.arrangeGroups.run(caller, input);
  }

  @Serve(groups.merge)
  merge(input: ParsedInputOf<typeof groups.merge>, caller: UserActor) {
    return this.closeGroup.merge(caller, input);
  }

  @Serve(groups.close)
  close(input: ParsedInputOf<typeof groups.close>, caller: UserActor) {
    return this.closeGroup.close(caller, input);
  }

  @Serve(groups.reopen)
  reopen(input: ParsedInputOf<typeof groups.reopen>, caller: UserActor) {
    return this.closeGroup.reopen(caller, input);
  }

  @Serve(groups.closed)
  closed(input: ParsedInputOf<typeof groups.closed>, caller: UserActor) {
    return this.closedGroups.run(caller, input);
  }
}
