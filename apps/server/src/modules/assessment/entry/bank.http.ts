import { Controller } from '@nestjs/common';
import { itemBank, type ParsedInputOf } from '@tailcamp/contracts';
import { Serve } from '../../../gateway/serve.js';
import type { UserActor } from '../../../kernel/actor.js';
import { ChangeItems } from '../app/bank/change-items.js';
import { GetItem } from '../app/bank/get-item.js';
import { GetStatistics } from '../app/bank/get-statistics.js';
import { PreviewItem } from '../app/bank/preview-item.js';
import { ResolveReport } from '../app/bank/resolve-report.js';
import { SearchItems } from '../app/bank/search-items.js';

@Controller()
export class ItemBankController {
  constructor(
    private readonly searchItems: SearchItems,
    private readonly getItem: GetItem,
    private readonly changeItems: ChangeItems,
    private readonly previewItem: PreviewItem,
    private readonly getStatistics: GetStatistics,
    private readonly resolve: ResolveReport,
  ) {}

  @Serve(itemBank.search)
  search(input: ParsedInputOf<typeof itemBank.search>, caller: UserActor) {
    return this.searchItems.run(caller, input);
  }

  @Serve(itemBank.get)
  get(input: ParsedInputOf<typeof itemBank.get>, caller: UserActor) {
    return this.getItem.run(caller, input);
  }

  @Serve(itemBank.create)
  create(input: ParsedInputOf<typeof itemBank.create>, caller: UserActor) {
    return this.changeItems.create(caller, input);
  }

  @Serve(itemBank.change)
  change(input: ParsedInputOf<typeof itemBank.change>, caller: UserActor) {
    return this.changeItems.change(caller, input);
  }

  @Serve(itemBank.retire)
  retire(input: ParsedInputOf<typeof itemBank.retire>, caller: UserActor) {
    return this.changeItems.retire(caller, input);
  }

  @Serve(itemBank.preview)
  preview(input: ParsedInputOf<typeof itemBank.preview>, caller: UserActor) {
    return this.previewItem.run(caller, input);
  }

  @Serve(itemBank.statistics)
  statistics(input: ParsedInputOf<typeof itemBank.statistics>, caller: UserActor) {
    return this.getStatistics.run(caller, input);
  }

  @Serve(itemBank.resolveReport)
  async resolveReport(input: ParsedInputOf<typeof itemBank.resolveReport>, caller: UserActor) {
    await this.resolve.run(caller, input);
    return {};
  }
}
