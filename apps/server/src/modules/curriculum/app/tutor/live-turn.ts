import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { ParsedInputOf, TutorTurn, tutor } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { Doorbell } from '../../../../kernel/doorbell.js';
import { Events } from '../../../../platform/events/index.js';
import { TurnStore } from '../../store/tutor/turn-store.js';
import { AnswerTurn, grewOf } from './answer-turn.js';
import { OwnTurns } from './own-turns.js';
import { turnView } from './turn-view.js';

/** Looks by themselves, for a ring that another process could not deliver; and what keeps a quiet connection open. */
const LOOK = 1_000;
const QUIET = 10;

/** An answer as it grows, from whichever process: read from where it is stored, each time that somebody rings. */
@Injectable()
export class LiveTurn implements OnModuleDestroy {
  readonly #bells = new Set<Doorbell>();
  #closing = false;

  constructor(
    private readonly events: Events,
    private readonly own: OwnTurns,
    private readonly turns: TurnStore,
    private readonly answers: AnswerTurn,
  ) {}

  /** Each event is all there is of it, so that whoever comes back late has missed nothing. */
  async run(actor: Actor, input: ParsedInputOf<typeof tutor.live>): Promise<AsyncIterable<TutorTurn>> {
    const { id } = await this.own.turn(actor, input);
    // One whose process has died is gone on with at once.
    this.answers.begin(id);
    return this.growing(id);
  }

  onModuleDestroy(): void {
    this.#closing = true;
    for (const bell of this.#bells) bell.ring();
  }

  private async *growing(id: string): AsyncGenerator<TutorTurn> {
    const bell = new Doorbell([]);
    this.#bells.add(bell);
    const silence = await this.events.subscribe(grewOf(id), () => bell.ring());
    try {
      let told = '';
      for (let quiet = 0; !this.#closing; quiet += 1) {
        const turn = await this.turns.find(id);
        if (turn === null) return;
        const view = turnView(turn);
        const now = JSON.stringify(view);
        if (now !== told || quiet >= QUIET) {
          yield view;
          quiet = 0;
        }
        told = now;
        if (turn.state !== 'answering') return;
        await bell.wait(LOOK);
      }
    } finally {
      this.#bells.delete(bell);
      await silence();
    }
  }
}
