import { Controller } from '@nestjs/common';
import { type ParsedInputOf, tutor } from '@tailcamp/contracts';
import { Serve } from '../../../gateway/serve.js';
import type { UserActor } from '../../../kernel/actor.js';
import { AskTutor } from '../app/tutor/ask-tutor.js';
import { LiveTurn } from '../app/tutor/live-turn.js';
import { OpenThreads } from '../app/tutor/open-threads.js';
import { TutorThreads } from '../app/tutor/tutor-threads.js';

@Controller()
export class TutorController {
  constructor(
    private readonly own: TutorThreads,
    private readonly asking: AskTutor,
    private readonly liveTurn: LiveTurn,
    private readonly openToStaff: OpenThreads,
  ) {}

  @Serve(tutor.threads)
  threads(input: ParsedInputOf<typeof tutor.threads>, caller: UserActor) {
    return this.own.list(caller, input);
  }

  @Serve(tutor.thread)
  thread(input: ParsedInputOf<typeof tutor.thread>, caller: UserActor) {
    return this.own.get(caller, input);
  }

  @Serve(tutor.ask)
  ask(input: ParsedInputOf<typeof tutor.ask>, caller: UserActor) {
    return this.asking.ask(caller, input);
  }

  @Serve(tutor.live)
  live(input: ParsedInputOf<typeof tutor.live>, caller: UserActor) {
    return this.liveTurn.run(caller, input);
  }

  @Serve(tutor.stop)
  stop(input: ParsedInputOf<typeof tutor.stop>, caller: UserActor) {
    return this.asking.stop(caller, input);
  }

  @Serve(tutor.retry)
  retry(input: ParsedInputOf<typeof tutor.retry>, caller: UserActor) {
    return this.asking.retry(caller, input);
  }

  @Serve(tutor.rate)
  rate(input: ParsedInputOf<typeof tutor.rate>, caller: UserActor) {
    return this.asking.rate(caller, input);
  }

  @Serve(tutor.rename)
  rename(input: ParsedInputOf<typeof tutor.rename>, caller: UserActor) {
    return this.own.rename(caller, input);
  }

  @Serve(tutor.remove)
  remove(input: ParsedInputOf<typeof tutor.remove>, caller: UserActor) {
    return this.own.remove(caller, input);
  }

  @Serve(tutor.settings)
  settings(input: ParsedInputOf<typeof tutor.settings>, caller: UserActor) {
    return this.openToStaff.settings(caller, input);
  }

  @Serve(tutor.saveSettings)
  saveSettings(input: ParsedInputOf<typeof tutor.saveSettings>, caller: UserActor) {
    return this.openToStaff.saveSettings(caller, input);
  }

  @Serve(tutor.open)
  open(input: ParsedInputOf<typeof tutor.open>, caller: UserActor) {
    return this.openToStaff.list(caller, input);
  }

  @Serve(tutor.read)
  read(input: ParsedInputOf<typeof tutor.read>, caller: UserActor) {
    return this.openToStaff.read(caller, input);
  }
}
