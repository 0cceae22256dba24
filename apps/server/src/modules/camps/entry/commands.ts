import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Operator } from '../../../gateway/operator/operator.js';
import { FIND_CAMP, IMPORT_ROSTER } from '../app/commands.js';
import { FindCamp } from '../app/find-camp.js';
import { ImportRoster } from '../app/import/import-roster.js';

/** What the command line may ask for. */
@Injectable()
export class CampsCommands implements OnModuleInit {
  constructor(
    private readonly operator: Operator,
    private readonly camps: FindCamp,
    private readonly roster: ImportRoster,
  ) {}

  onModuleInit(): void {
    this.operator.handle(FIND_CAMP, (input) => this.camps.run(input));
    this.operator.handle(IMPORT_ROSTER, (input) => this.roster.run(input));
  }
}
