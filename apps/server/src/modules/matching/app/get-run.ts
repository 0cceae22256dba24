import { Injectable } from '@nestjs/common';
import type { matching, ParsedInputOf, Run } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { CampAccess } from '../../camps/index.js';
import { RunView } from './run-view.js';

@Injectable()
export class GetRun {
  constructor(
    private readonly access: CampAccess,
    private readonly view: RunView,
  ) {}

  async run(actor: Actor, { campId, runId }: ParsedInputOf<typeof matching.get>): Promise<Run> {
    await this.access.require(actor, campId, 'camp.match');
    return this.view.one(campId, runId);
  }
}
