import { Injectable } from '@nestjs/common';
import type { Camp, camps, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { AppError, stale } from '../../../kernel/app-error.js';
import { Database } from '../../../platform/database/index.js';
import { Streams } from '../../../platform/streams/index.js';
import { CampStore } from '../store/camp-store.js';
import { CampAccess } from './camp-access.js';
import { CampView } from './camp-view.js';

@Injectable()
export class ChangeCamp {
  constructor(
    private readonly database: Database,
    private readonly streams: Streams,
    private readonly camps: CampStore,
    private readonly access: CampAccess,
    private readonly view: CampView,
  ) {}

  async run(actor: Actor, { campId, version, ...given }: ParsedInputOf<typeof camps.change>): Promise<Camp> {
    const { camp } = await this.access.require(actor, campId, 'camp.change');
    const name = given.name ?? camp.name;
    const timeZone = given.timeZone ?? camp.timeZone;
    const startsOn = given.startsOn === undefined ? camp.startsOn : given.startsOn;
    const endsOn = given.endsOn === undefined ? camp.endsOn : given.endsOn;
    if (startsOn !== null && endsOn !== null && startsOn > endsOn) {
      throw new AppError('invalid_input', { fields: [{ field: 'endsOn', message: 'The camp ends before it starts' }] });
    }
    const changed = await this.database.transaction(async (tx) => {
      if (!(await this.camps.change(tx, campId, version, { name, startsOn, endsOn, timeZone }))) return false;
      await this.streams.append(tx, `camp:${campId}`, 'camp.changed', { campId, version: version + 1 });
      return true;
    });
    const now = await this.view.one(actor, campId);
    if (!changed) throw stale(now);
    return now;
  }
}
