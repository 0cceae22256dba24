import { Controller } from '@nestjs/common';
import { type ParsedInputOf, projects } from '@tailcamp/contracts';
import { Serve } from '../../../gateway/serve.js';
import type { UserActor } from '../../../kernel/actor.js';
import { ChangeColumns } from '../app/board/change-columns.js';
import { ChangeLabels } from '../app/board/change-labels.js';
import { ReadBoard } from '../app/board/read-board.js';

@Controller()
export class BoardController {
  constructor(
    private readonly readBoard: ReadBoard,
    private readonly columns: ChangeColumns,
    private readonly labels: ChangeLabels,
  ) {}

  @Serve(projects.board)
  board(input: ParsedInputOf<typeof projects.board>, caller: UserActor) {
    return this.readBoard.run(caller, input);
  }

  @Serve(projects.change)
  change(input: ParsedInputOf<typeof projects.change>, caller: UserActor) {
    return this.readBoard.change(caller, input);
  }

  @Serve(projects.addColumn)
  addColumn(input: ParsedInputOf<typeof projects.addColumn>, caller: UserActor) {
    return this.columns.add(caller, input);
  }

  @Serve(projects.changeColumn)
  changeColumn(input: ParsedInputOf<typeof projects.changeColumn>, caller: UserActor) {
    return this.columns.change(caller, input);
  }

  @Serve(projects.removeColumn)
  removeColumn(input: ParsedInputOf<typeof projects.removeColumn>, caller: UserActor) {
    return this.columns.remove(caller, input);
  }

  @Serve(projects.addLabel)
  addLabel(input: ParsedInputOf<typeof projects.addLabel>, caller: UserActor) {
    return this.labels.add(caller, input);
  }

  @Serve(projects.changeLabel)
  changeLabel(input: ParsedInputOf<typeof projects.changeLabel>, caller: UserActor) {
    return this.labels.change(caller, input);
  }

  @Serve(projects.removeLabel)
  removeLabel(input: ParsedInputOf<typeof projects.removeLabel>, caller: UserActor) {
    return this.labels.remove(caller, input);
  }
}
