import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Operator } from '../../../gateway/operator/operator.js';
import { IMPORT_ITEMS, IMPORT_TRACK } from '../app/commands.js';
import { ImportItems } from '../app/files/import-items.js';
import { ImportTrack } from '../app/files/import-track.js';

/** What the command line may ask for. */
@Injectable()
export class AssessmentCommands implements OnModuleInit {
  constructor(
    private readonly operator: Operator,
    private readonly items: ImportItems,
    private readonly tracks: ImportTrack,
  ) {}

  onModuleInit(): void {
    this.operator.handle(IMPORT_ITEMS, ({ campId, skill, ...file }) => this.items.take(campId, file, skill, null));
    this.operator.handle(IMPORT_TRACK, ({ campId, track, ...file }) => this.tracks.take(campId, file, track));
  }
}
