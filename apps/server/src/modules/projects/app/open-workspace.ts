import { Injectable } from '@nestjs/common';
import { ranksBetween, type Template } from '@tailcamp/contracts';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/id.js';
import { Database, type Sql } from '../../../platform/database/index.js';
import { BoardStore } from '../store/board/board-store.js';
import { WorkspaceStore } from '../store/board/workspace-store.js';
import { TemplateStore } from '../store/course/template-store.js';
import { GiveTemplate } from './course/give-template.js';

const PREFIX = 'TC';
/** What a board has where nobody has said anything else. */
const COLUMNS: Template['columns'] = [
  { key: 'backlog', name: 'Backlog', colour: 1, category: 'todo', limit: null },
  { key: 'to-do', name: 'To do', colour: 2, category: 'todo', limit: null },
  { key: 'in-progress', name: 'In progress', colour: 4, category: 'doing', limit: null },
  { key: 'review', name: 'Review', colour: 6, category: 'doing', limit: null },
  { key: 'done', name: 'Done', colour: 5, category: 'done', limit: null },
];

/** Workspaces come with their groups, with what the camp's template has; asked for again they are there already. */
@Injectable()
export class OpenWorkspace {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly store: WorkspaceStore,
    private readonly board: BoardStore,
    private readonly templates: TemplateStore,
    private readonly give: GiveTemplate,
  ) {}

  async run(campId: string, groupIds: readonly string[]): Promise<void> {
    const there = await this.store.some(groupIds);
    for (const groupId of groupIds.filter((id) => !there.has(id))) {
      await this.database.transaction((tx) => this.open(tx, campId, groupId));
    }
  }

  private async open(tx: Sql, campId: string, groupId: string): Promise<void> {
    const createdAt = this.clock.now();
    if (!(await this.store.add(tx, { groupId, campId, prefix: PREFIX, createdAt }))) return;
    const saved = await this.templates.find(campId, tx);
    if (saved === null || saved.template.columns.length === 0) {
      const ranks = ranksBetween(null, null, COLUMNS.length);
      const rows = COLUMNS.map(({ key: _, ...column }, at) => ({
        ...column,
        id: newId(createdAt.getTime()),
        groupId,
        rank: ranks[at] ?? '',
      }));
      await this.board.addColumns(tx, rows);
    }
    const workspace = await this.store.lock(tx, groupId);
    if (saved !== null && workspace !== null) await this.give.into(tx, workspace, saved, createdAt);
  }
}
