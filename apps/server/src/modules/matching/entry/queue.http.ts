import { Controller } from '@nestjs/common';
import { type ParsedInputOf, queue } from '@tailcamp/contracts';
import { Serve } from '../../../gateway/serve.js';
import type { UserActor } from '../../../kernel/actor.js';
import { AnswerProposal } from '../app/queue/answer-proposal.js';
import { GetQueue } from '../app/queue/get-queue.js';
import { JoinQueue } from '../app/queue/join-queue.js';
import { LeaveQueue } from '../app/queue/leave-queue.js';
import { MoveGroup } from '../app/queue/move-group.js';
import { GetMyQueue } from '../app/queue/my-queue.js';
import { PlaceMember } from '../app/queue/place-member.js';
import { PlacesFor } from '../app/queue/places-for.js';
import { SaveSettings } from '../app/queue/save-settings.js';

type Input<E extends keyof typeof queue> = ParsedInputOf<(typeof queue)[E]>;

@Controller()
export class QueueController {
  constructor(
    private readonly getting: GetQueue,
    private readonly saving: SaveSettings,
    private readonly gettingMine: GetMyQueue,
    private readonly joining: JoinQueue,
    private readonly leaving: LeaveQueue,
    private readonly answering: AnswerProposal,
    private readonly moving: MoveGroup,
    private readonly places: PlacesFor,
    private readonly placing: PlaceMember,
  ) {}

  @Serve(queue.get)
  get(input: Input<'get'>, caller: UserActor) {
    return this.getting.run(caller, input);
  }

  @Serve(queue.save)
  save(input: Input<'save'>, caller: UserActor) {
    return this.saving.run(caller, input);
  }

  @Serve(queue.mine)
  mine(input: Input<'mine'>, caller: UserActor) {
    return this.gettingMine.run(caller, input);
  }

  @Serve(queue.join)
  join(input: Input<'join'>, caller: UserActor) {
    return this.joining.run(caller, input);
  }

  @Serve(queue.leave)
  leave(input: Input<'leave'>, caller: UserActor) {
    return this.leaving.run(caller, input);
  }

  @Serve(queue.answer)
  answer(input: Input<'answer'>, caller: UserActor) {
    return this.answering.run(caller, input);
  }

  @Serve(queue.move)
  move(input: Input<'move'>, caller: UserActor) {
    return this.moving.run(caller, input);
  }

  @Serve(queue.placesFor)
  placesFor(input: Input<'placesFor'>, caller: UserActor) {
    return this.places.student(caller, input);
  }

  @Serve(queue.fitsFor)
  fitsFor(input: Input<'fitsFor'>, caller: UserActor) {
    return this.places.group(caller, input);
  }

  @Serve(queue.place)
  place(input: Input<'place'>, caller: UserActor) {
    return this.placing.run(caller, input);
  }
}
