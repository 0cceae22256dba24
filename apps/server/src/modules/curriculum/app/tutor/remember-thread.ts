import { Injectable } from '@nestjs/common';
import { byRules, LanguageModel, streamPrompt } from '../../../../platform/llm/index.js';
import { Log } from '../../../../platform/telemetry/index.js';
import { Roster } from '../../../camps/index.js';
import { ThreadStore } from '../../store/tutor/thread-store.js';
import { TurnStore } from '../../store/tutor/turn-store.js';
import { saidIn } from './said-in.js';
import { summariseThreadPrompt } from './summarise-thread.prompt.js';
import { RECENT } from './word-answer.js';

/** So many turns that are neither recent nor in the summary are taken into it together. */
const AT_ONCE = 4;

/** Has the beginning of a long conversation summed up, for the questions to come. Left out where no model can be had. */
@Injectable()
export class RememberThread {
  constructor(
    private readonly model: LanguageModel,
    private readonly roster: Roster,
    private readonly threads: ThreadStore,
    private readonly turns: TurnStore,
    private readonly log: Log,
  ) {}

  async run(threadId: string, signal: AbortSignal): Promise<void> {
    const thread = this.model.available ? await this.threads.find(threadId) : null;
    if (thread === null) return;
    const { campId, userId, summary, summarised } = thread;
    const older = (await this.turns.ofThread(threadId)).slice(0, -RECENT).filter(({ number }) => number > summarised);
    const to = older.at(-1)?.number;
    if (to === undefined || older.length < AT_ONCE) return;
    const members = await this.roster.members(campId);
    const people = members.flatMap(({ name, email }) => (email === null ? [name] : [name, email]));
    const asking = { payer: { userId, campId }, people, signal };
    try {
      const pieces = streamPrompt(this.model, summariseThreadPrompt, { summary, turns: older.map(saidIn) }, asking);
      let piece = await pieces.next();
      while (!piece.done) piece = await pieces.next();
      await this.threads.summarise(threadId, piece.value.value, summarised, to);
    } catch (error) {
      if (signal.aborted) return;
      this.log.info({ because: byRules(error).because, threadId }, 'a conversation is not summed up yet');
    }
  }
}
