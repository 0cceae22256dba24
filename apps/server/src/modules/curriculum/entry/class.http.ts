import { Controller } from '@nestjs/common';
import { classPaths, type ParsedInputOf } from '@tailcamp/contracts';
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

  @Serve(classPaths.get)
  class(input: ParsedInputOf<typeof classPaths.get>, caller: UserActor) {
    return this.paths.get(caller, input);
  }

  @Serve(classPaths.of)
  of(input: ParsedInputOf<typeof classPaths.of>, caller: UserActor) {
    return this.paths.of(caller, input);
  }

  @Serve(classPaths.extend)
  extend(input: ParsedInputOf<typeof classPaths.extend>, caller: UserActor) {
    return this.extendStep.run(caller, input);
  }

  @Serve(classPaths.settings)
  settings(input: ParsedInputOf<typeof classPaths.settings>, caller: UserActor) {
    return this.manageSettings.get(caller, input);
  }

  @Serve(classPaths.saveSettings)
  saveSettings(input: ParsedInputOf<typeof classPaths.saveSettings>, caller: UserActor) {
    return this.manageSettings.save(caller, input);
  }
}
