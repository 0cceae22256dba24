import { Controller } from '@nestjs/common';
import { assessmentSettings, type ParsedInputOf } from '@tailcamp/contracts';
import { Serve } from '../../../gateway/serve.js';
import type { UserActor } from '../../../kernel/actor.js';
import { Accommodate, ListAccommodations } from '../app/settings/accommodations.js';
import { GetSettings, SaveSettings } from '../app/settings/assessment-settings.js';

@Controller()
export class AssessmentSettingsController {
  constructor(
    private readonly getSettings: GetSettings,
    private readonly saveSettings: SaveSettings,
    private readonly listAccommodations: ListAccommodations,
    private readonly accommodateMember: Accommodate,
  ) {}

  @Serve(assessmentSettings.get)
  get(input: ParsedInputOf<typeof assessmentSettings.get>, caller: UserActor) {
    return this.getSettings.run(caller, input);
  }

  @Serve(assessmentSettings.save)
  save(input: ParsedInputOf<typeof assessmentSettings.save>, caller: UserActor) {
    return this.saveSettings.run(caller, input);
  }

  @Serve(assessmentSettings.accommodations)
  accommodations(input: ParsedInputOf<typeof assessmentSettings.accommodations>, caller: UserActor) {
    return this.listAccommodations.run(caller, input);
  }

  @Serve(assessmentSettings.accommodate)
  accommodate(input: ParsedInputOf<typeof assessmentSettings.accommodate>, caller: UserActor) {
    return this.accommodateMember.run(caller, input);
  }
}
