import { Injectable } from '@nestjs/common';
import type { itemBank, OutputOf, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { CampAccess } from '../../../camps/index.js';
import { askedOf, layoutOf, markedOf } from '../../domain/attempt/question-layout.js';
import { adviceOn } from '../../domain/bank/advice.js';
import { LibraryStore } from '../../store/library/library-store.js';
import { domainOf } from './bank-view.js';

/** A question as an attempt would ask it and tell its key, made by the same functions; nothing of it is saved. */
@Injectable()
export class PreviewItem {
  constructor(
    private readonly access: CampAccess,
    private readonly library: LibraryStore,
  ) {}

  async run(
    actor: Actor,
    { campId, item, seed }: ParsedInputOf<typeof itemBank.preview>,
  ): Promise<OutputOf<typeof itemBank.preview>> {
    await this.access.require(actor, campId, 'assessment.manage');
    const skill = (await this.library.skills(campId)).find(({ slug }) => slug === item.skill);
    const track = (await this.library.tracks(campId)).find(({ slug }) => slug === skill?.track);
    const domain = domainOf({
      skill: item.skill,
      domain: skill?.domain ?? null,
      domains: track?.domains ?? null,
    });
    const layout = layoutOf(item, seed);
    const { right: _, ...marked } = markedOf(item, layout, null);
    return { asked: askedOf(item, domain, layout), marked, advice: adviceOn(item) };
  }
}
