import { Controller } from '@nestjs/common';
import { content, type ParsedInputOf } from '@tailcamp/contracts';
import { Serve } from '../../../gateway/serve.js';
import type { UserActor } from '../../../kernel/actor.js';
import { SearchContent } from '../app/search/search-content.js';

@Controller()
export class SearchController {
  constructor(private readonly searchContent: SearchContent) {}

  @Serve(content.search)
  search(input: ParsedInputOf<typeof content.search>, caller: UserActor) {
    return this.searchContent.run(caller, input);
  }
}
