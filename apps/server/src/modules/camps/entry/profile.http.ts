import { Controller } from '@nestjs/common';
import { camps, type ParsedInputOf } from '@tailcamp/contracts';
import { Serve } from '../../../gateway/serve.js';
import type { UserActor } from '../../../kernel/actor.js';
import { MyProfile } from '../app/my-profile.js';
import { SaveProfile } from '../app/save-profile.js';

/** One's own profile. */
@Controller()
export class ProfileController {
  constructor(
    private readonly mine: MyProfile,
    private readonly saving: SaveProfile,
  ) {}

  @Serve(camps.myProfile)
  myProfile(_: ParsedInputOf<typeof camps.myProfile>, caller: UserActor) {
    return this.mine.run(caller);
  }

  @Serve(camps.saveProfile)
  saveProfile(input: ParsedInputOf<typeof camps.saveProfile>, caller: UserActor) {
    return this.saving.run(caller, input);
  }
}
