import { Controller } from '@nestjs/common';
import { type ParsedInputOf, scenarios } from '@tailcamp/contracts';
import type { Exchange } from '../../../gateway/exchange.js';
import { Serve } from '../../../gateway/serve.js';
import type { UserActor } from '../../../kernel/actor.js';
import { CreateScenario } from '../app/scenarios/create-scenario.js';
import { ExportScenario } from '../app/scenarios/export-scenario.js';
import { GetRunInput } from '../app/scenarios/get-run-input.js';
import { GetScenario } from '../app/scenarios/get-scenario.js';
import { ListScenarios } from '../app/scenarios/list-scenarios.js';
import { PublishScenario } from '../app/scenarios/publish-scenario.js';
import { RemoveScenario } from '../app/scenarios/remove-scenario.js';
import { SaveScenario } from '../app/scenarios/save-scenario.js';
import { SolveScenario } from '../app/scenarios/solve-scenario.js';

type Input<E extends keyof typeof scenarios> = ParsedInputOf<(typeof scenarios)[E]>;

@Controller()
export class ScenariosController {
  constructor(
    private readonly gettingInput: GetRunInput,
    private readonly creating: CreateScenario,
    private readonly listing: ListScenarios,
    private readonly getting: GetScenario,
    private readonly saving: SaveScenario,
    private readonly removing: RemoveScenario,
    private readonly solving: SolveScenario,
    private readonly publishing: PublishScenario,
    private readonly exporting: ExportScenario,
  ) {}

  @Serve(scenarios.input)
  input(input: Input<'input'>, caller: UserActor) {
    return this.gettingInput.run(caller, input);
  }

  @Serve(scenarios.create)
  create(input: Input<'create'>, caller: UserActor) {
    return this.creating.run(caller, input);
  }

  @Serve(scenarios.list)
  list(input: Input<'list'>, caller: UserActor) {
    return this.listing.run(caller, input);
  }

  @Serve(scenarios.get)
  get(input: Input<'get'>, caller: UserActor) {
    return this.getting.run(caller, input);
  }

  @Serve(scenarios.save)
  save(input: Input<'save'>, caller: UserActor) {
    return this.saving.run(caller, input);
  }

  @Serve(scenarios.export)
  export(input: Input<'export'>, caller: UserActor, exchange: Exchange) {
    exchange.nameFile(`scenario-groups-${input.format}.csv`);
    return this.exporting.run(caller, input);
  }

  @Serve(scenarios.remove)
  remove(input: Input<'remove'>, caller: UserActor) {
    return this.removing.run(caller, input);
  }

  @Serve(scenarios.solve)
  solve(input: Input<'solve'>, caller: UserActor) {
    return this.solving.run(caller, input);
  }

  @Serve(scenarios.publish)
  publish(input: Input<'publish'>, caller: UserActor) {
    return this.publishing.run(caller, input);
  }
}
