import { Controller } from '@nestjs/common';
import { content, type ParsedInputOf } from '@tailcamp/contracts';
import { Serve } from '../../../gateway/serve.js';
import type { UserActor } from '../../../kernel/actor.js';
import { OpenLesson } from '../app/lessons/open-lesson.js';
import { SearchContent } from '../app/search/search-content.js';

@Controller()
export class SearchController {
  constructor(
    private readonly searchContent: SearchContent,
    private readonly openLesson: OpenLesson,
  ) {}

  @Serve(content.search)
  search(input: ParsedInputOf<typeof content.search>, caller: UserActor) {
    return this.searchContent.run(caller, input);
  }

  @Serve(content.lesson)
  lesson(input: ParsedInputOf<typeof content.lesson>, caller: UserActor) {
    return this.openLesson.run(caller, input);
  }
}
