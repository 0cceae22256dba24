import { Controller } from '@nestjs/common';
import { matching, type ParsedInputOf } from '@tailcamp/contracts';
import type { Exchange } from '../../../gateway/exchange.js';
import { Serve } from '../../../gateway/serve.js';
import type { UserActor } from '../../../kernel/actor.js';
import { AcceptRun } from '../app/accept-run.js';
import { CancelRun } from '../app/cancel-run.js';
import { ExportRun } from '../app/export-run.js';
import { GetPolicy } from '../app/get-policy.js';
import { GetRun } from '../app/get-run.js';
import { ListRuns } from '../app/list-runs.js';
import { PreviewPolicy } from '../app/preview-policy.js';
import { SavePolicy } from '../app/save-policy.js';
import { StartRun } from '../app/start-run.js';

type Input<E extends keyof typeof matching> = ParsedInputOf<(typeof matching)[E]>;

@Controller()
export class MatchingController {
  constructor(
    private readonly gettingPolicy: GetPolicy,
    private readonly savingPolicy: SavePolicy,
    private readonly previewingPolicy: PreviewPolicy,
    private readonly starting: StartRun,
    private readonly listing: ListRuns,
    private readonly getting: GetRun,
    private readonly cancelling: CancelRun,
    private readonly accepting: AcceptRun,
    private readonly exporting: ExportRun,
  ) {}

  @Serve(matching.getPolicy)
  getPolicy(input: Input<'getPolicy'>, caller: UserActor) {
    return this.gettingPolicy.run(caller, input);
  }

  @Serve(matching.savePolicy)
  savePolicy(input: Input<'savePolicy'>, caller: UserActor) {
    return this.savingPolicy.run(caller, input);
  }

  @Serve(matching.previewPolicy)
  previewPolicy(input: Input<'previewPolicy'>, caller: UserActor) {
    return this.previewingPolicy.run(caller, input);
  }

  @Serve(matching.start)
  start(input: Input<'start'>, caller: UserActor) {
    return this.starting.run(caller, input);
  }

  @Serve(matching.list)
  list(input: Input<'list'>, caller: UserActor) {
    return this.listing.run(caller, input);
  }

  @Serve(matching.get)
  get(input: Input<'get'>, caller: UserActor) {
    return this.getting.run(caller, input);
  }

  @Serve(matching.export)
  export(input: Input<'export'>, caller: UserActor, exchange: Exchange) {
    exchange.nameFile(`run-groups-${input.format}.csv`);
    return this.exporting.run(caller, input);
  }

  @Serve(matching.cancel)
  cancel(input: Input<'cancel'>, caller: UserActor) {
    return this.cancelling.run(caller, input);
  }

  @Serve(matching.accept)
  accept(input: Input<'accept'>, caller: UserActor) {
    return this.accepting.run(caller, input);
  }
}
