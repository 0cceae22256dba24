import { Controller } from '@nestjs/common';
import { camps, type ParsedInputOf } from '@tailcamp/contracts';
import { Serve } from '../../../gateway/serve.js';
import type { UserActor } from '../../../kernel/actor.js';
import { GetImport } from '../app/import/get-import.js';
import { ReadImport } from '../app/import/read-import.js';
import { StartImport } from '../app/import/start-import.js';

/** Rosters and surveys, in two steps: read, then applied by a job. */
@Controller()
export class ImportController {
  constructor(
    private readonly reading: ReadImport,
    private readonly getting: GetImport,
    private readonly starting: StartImport,
  ) {}

  @Serve(camps.readImport)
  read(input: ParsedInputOf<typeof camps.readImport>, caller: UserActor) {
    return this.reading.run(caller, input);
  }

  @Serve(camps.getImport)
  get(input: ParsedInputOf<typeof camps.getImport>, caller: UserActor) {
    return this.getting.run(caller, input);
  }

  @Serve(camps.applyImport)
  apply(input: ParsedInputOf<typeof camps.applyImport>, caller: UserActor) {
    return this.starting.run(caller, input);
  }
}
