import { Injectable } from '@nestjs/common';
import { type Activity, byRank, type OutputOf, type ParsedInputOf, type projects } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError, notFound, stale } from '../../../../kernel/app-error.js';
import { newId } from '../../../../kernel/id.js';
import { Streams } from '../../../../platform/streams/index.js';
import { conflicts, differing, touchedBy } from '../../domain/merging.js';
import { rankBehind } from '../../domain/placing.js';
import { BoardStore, type ColumnRow, columnOf } from '../../store/board/board-store.js';
import { TaskStore } from '../../store/board/task-store.js';
import { Notes } from '../notes.js';
import { type Held, Workspaces } from '../workspaces.js';
import { SaveTasks } from './save-tasks.js';

type Answer = OutputOf<typeof projects.addColumn>;
const MOST_COLUMNS = 30;

/** The columns of a board. */
@Injectable()
export class ChangeColumns {
  constructor(
    private readonly streams: Streams,
    private readonly workspaces: Workspaces,
    private readonly notes: Notes,
    private readonly store: BoardStore,
    private readonly tasks: TaskStore,
    private readonly saveTasks: SaveTasks,
  ) {}

  async add(actor: Actor, input: ParsedInputOf<typeof projects.addColumn>): Promise<Answer> {
    const { groupId, clientId, after, ...fields } = input;
    const place = await this.workspaces.require(actor, groupId, 'project.work');
    return this.workspaces.change(place, async (held) => {
      const { tx, userId } = held;
      const twin = userId === null ? null : await this.store.madeColumn(tx, userId, clientId);
      if (twin !== null) {
        if (twin.groupId !== groupId) throw new AppError('conflict', { detail: 'This clientId was used elsewhere.' });
        return { column: columnOf(twin), seq: 0 };
      }
      const others = await this.store.columns(groupId, tx);
      if (others.length >= MOST_COLUMNS) {
        throw new AppError('conflict', { detail: `A board has ${MOST_COLUMNS} columns at most.` });
      }
      const rank = rankBehind(after === undefined ? '' : after, others);
      const made = { id: newId(held.now.getTime()), groupId, rank, madeBy: userId, clientId };
      const [row] = await this.store.addColumns(tx, [{ ...made, ...fields }]);
      if (row === undefined) throw new Error('The column was not written');
      return this.tell(held, row, await this.notes.add(held, { what: 'column.added', columnId: row.id }));
    });
  }

  async change(actor: Actor, input: ParsedInputOf<typeof projects.changeColumn>): Promise<Answer> {
    const { groupId, columnId, version, after, ...set } = input;
    const place = await this.workspaces.require(actor, groupId, 'project.work');
    return this.workspaces.change(place, async (held) => {
      const columns = await this.store.columns(groupId, held.tx);
      const was = find(columns, columnId);
      const at = columns.indexOf(was);
      const moves = after !== undefined && (columns[at - 1]?.id ?? null) !== after;
      const rank = moves ? rankBehind(after, columns.filter((one) => one !== was).sort(byRank)) : was.rank;
      const changed = differing<ColumnRow>(was, { ...set, rank });
      const fields = Object.keys(changed);
      // Where two move the same column, the later one has it: only what it says is refused.
      if (conflicts(was.touched, version, Object.keys(differing<ColumnRow>(was, set)))) throw stale(columnOf(was));
      if (fields.length === 0) return { column: columnOf(was), seq: 0 };
      const next = was.version + 1;
      const row = { ...was, ...changed, touched: touchedBy(was.touched, next, fields), version: next };
      await this.store.saveColumn(held.tx, row);
      const note = await this.notes.add(held, { what: 'column.changed', columnId, fields });
      const answer = await this.tell(held, row, note);
      if (fields.includes('category')) await this.finish(held, row);
      return answer;
    });
  }

  async remove(
    actor: Actor,
    { groupId, columnId, to }: ParsedInputOf<typeof projects.removeColumn>,
  ): Promise<OutputOf<typeof projects.removeColumn>> {
    const place = await this.workspaces.require(actor, groupId, 'project.work');
    return this.workspaces.change(place, async (held) => {
      const columns = await this.store.columns(groupId, held.tx);
      const column = find(columns, columnId);
      if (columnId === to || !columns.some(({ id }) => id === to)) {
        const message = 'Its tasks go to another column of the board.';
        throw new AppError('invalid_input', { fields: [{ field: 'to', message }] });
      }
      // What was taken off goes too: it may be brought back.
      const all = (await this.tasks.all(held.tx, groupId)).sort(byRank);
      const there = all.filter((task) => task.columnId === to);
      const edits = [];
      for (const task of all.filter((one) => one.columnId === columnId)) {
        const rank = rankBehind('', there);
        there.push({ ...task, rank });
        edits.push({ task, set: { columnId: to, rank } });
      }
      await this.saveTasks.run(held, edits);
      await this.store.saveColumn(held.tx, { ...column, removedAt: held.now, version: column.version + 1 });
      const activity = await this.notes.add(held, { what: 'column.removed', columnId });
      return { seq: await this.streams.append(held.tx, `group:${groupId}`, 'column.removed', { columnId, activity }) };
    });
  }

  /** The column is for what is done now, or not any more: so are its tasks. */
  private async finish(held: Held, { id, category }: ColumnRow): Promise<void> {
    const tasks = (await this.tasks.ofGroup(held.workspace.groupId, held.tx)).filter(({ columnId }) => columnId === id);
    await this.saveTasks.finish(held, tasks, category === 'done');
  }

  private async tell({ tx, workspace }: Held, row: ColumnRow, activity: Activity): Promise<Answer> {
    const column = columnOf(row);
    const seq = await this.streams.append(tx, `group:${workspace.groupId}`, 'column.changed', { column, activity });
    return { column, seq };
  }
}

function find(columns: readonly ColumnRow[], id: string): ColumnRow {
  const column = columns.find((one) => one.id === id);
  if (column === undefined) throw notFound('The column');
  return column;
}
