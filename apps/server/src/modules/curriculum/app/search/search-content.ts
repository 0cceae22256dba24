import { Injectable } from '@nestjs/common';
import type { content, OutputOf, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { may } from '../../../../kernel/permissions.js';
import { CampAccess } from '../../../camps/index.js';
import { FindContent } from './find-content.js';

/** Lessons and skills for a question, of what the reader may see. */
@Injectable()
export class SearchContent {
  constructor(
    private readonly access: CampAccess,
    private readonly find: FindContent,
  ) {}

  async run(actor: Actor, input: ParsedInputOf<typeof content.search>): Promise<OutputOf<typeof content.search>> {
    const standing = await this.access.require(actor, input.campId, 'camp.see');
    const drafts = may(actor, 'curriculum.manage', standing);
    const { campId, q: asked, limit } = input;
    const { found, meaning } = await this.find.run({ campId, drafts, asked, limit });
    return {
      lessons: found.flatMap(({ kind, slug, title, skill, topic, minutes, own, draft, heading, snippet }) => {
        if (kind === 'skill' || minutes === null) return [];
        return {
          kind,
          id: slug,
          title,
          minutes,
          skill: { id: skill, title: topic },
          source: own ? 'camp' : 'library',
          draft,
          heading: heading || null,
          snippet: snippet,
        };
      }),
      skills: found.flatMap(({ kind, slug: id, title, snippet }) =>
        kind === 'skill' ? { id, title, snippet: snippet } : [],
      ),
      meaning,
    };
  }
}
