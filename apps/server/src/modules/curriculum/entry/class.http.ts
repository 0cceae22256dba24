import { Controller } from '@nestjs/common';
import { curriculum, type ParsedInputOf } from '@tailcamp/contracts';
import { Serve } from '../../../gateway/serve.js';
import type { UserActor } from '../../../kernel/actor.js';
import { ClassPaths } from '../app/class/class-paths.js';
import { ManageSettings } from '../app/class/curriculum-settings.js';
import { ExtendStep } from '../app/class/extend-step.js';

@Controller()
export class ClassPathsController {
  constructor(
    private readonly paths: ClassPaths,
    private readonly extendStep: ExtendStep,
    private readonly manageSettings: ManageSettings,
  ) {}

  @Serve(curriculum.class)
  class(input: ParsedInputOf<typeof curriculum.class>, caller: UserActor) {
    return this.paths.get(caller, input);
  }

  @Serve(curriculum.of)
  of(input: ParsedInputOf<typeof curriculum.of>, caller: UserActor) {
    return this.paths.of(caller, input);
  }

  @Serve(curriculum.extend)
  extend(input: ParsedInputOf<typeof curriculum.extend>, caller: UserActor) {
    return this.extendStep.run(caller, input);
  }

  @Serve(curriculum.settings)
  settings(input: ParsedInputOf<typeof curriculum.settings>, caller: UserActor) {
    return this.manageSettings.get(caller, input);
  }

  @Serve(curriculum.saveSettings)
  saveSettings(input: ParsedInputOf<typeof curriculum.saveSettings>, caller: UserActor) {
    return this.manageSettings.save(caller, input);
  }
}
