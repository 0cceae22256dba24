import { Controller } from '@nestjs/common';
import { groups, type ParsedInputOf } from '@tailcamp/contracts';
import type { Exchange } from '../../../gateway/exchange.js';
import { Serve } from '../../../gateway/serve.js';
import type { UserActor } from '../../../kernel/actor.js';
import { ExportGroups } from '../app/export-groups.js';
import { GetGroup } from '../app/get-group.js';
import { ListGroups } from '../app/list-groups.js';
import { MyGroups } from '../app/my-groups.js';
import { RenameGroup } from '../app/rename-group.js';

@Controller()
export class GroupsController {
  constructor(
    private readonly listGroups: ListGroups,
    private readonly myGroups: MyGroups,
    private readonly getGroup: GetGroup,
    private readonly renameGroup: RenameGroup,
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

  @Serve(groups.rename)
  rename(input: ParsedInputOf<typeof groups.rename>, caller: UserActor) {
    return this.renameGroup.run(caller, input);
  }
}
