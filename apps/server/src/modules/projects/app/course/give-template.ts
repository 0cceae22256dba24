import { Injectable } from '@nestjs/common';
import { byRank, type Category, ranksBetween, type Template } from '@tailcamp/contracts';
import { newId } from '../../../../kernel/id.js';
import type { Sql } from '../../../../platform/database/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { BoardStore, type ColumnRow, columnOf, labelOf } from '../../store/board/board-store.js';
import { type NewTask, TaskStore, taskOf } from '../../store/board/task-store.js';
import { type WorkspaceRow, WorkspaceStore } from '../../store/board/workspace-store.js';
import type { SavedTemplate } from '../../store/course/template-store.js';
import { Notes } from '../notes.js';

export interface Given {
  columns: number;
  labels: number;
  tasks: number;
}
interface Into {
  tx: Sql;
  workspace: WorkspaceRow;
  template: Template;
  now: Date;
}

/**
 * What a workspace has not got yet of a template. By its key a thing is known again, whatever became of it: what the group
 * has changed or taken off stays so, and nothing comes twice. Where it has a column or label of the name, that one is it.
 */
@Injectable()
export class GiveTemplate {
  constructor(
    private readonly streams: Streams,
    private readonly notes: Notes,
    private readonly workspaces: WorkspaceStore,
    private readonly board: BoardStore,
    private readonly tasks: TaskStore,
  ) {}

  /** Whoever calls it holds the workspace. */
  async into(tx: Sql, workspace: WorkspaceRow, { template, version }: SavedTemplate, now: Date): Promise<Given> {
    const into = { tx, workspace, template, now };
    const columns = await this.giveColumns(into);
    const labels = await this.giveLabels(into);
    const tasks = await this.giveTasks(into);
    await this.workspaces.change(tx, workspace.groupId, { templateVersion: version });
    return { columns, labels, tasks };
  }

  private async giveColumns({ tx, workspace: { groupId }, template, now }: Into): Promise<number> {
    const all = await this.board.allColumns(tx, groupId);
    const missing: Template['columns'] = [];
    for (const column of template.columns.filter(({ key }) => !all.some(({ templateKey }) => templateKey === key))) {
      const same = all.find((one) => isCalled(one, column.name));
      if (same === undefined) missing.push(column);
      else if (same.templateKey === null) await this.board.saveColumn(tx, { ...same, templateKey: column.key });
    }
    const last = all.sort(byRank).at(-1)?.rank ?? null;
    const ranks = ranksBetween(last, null, missing.length);
    const rows = missing.map(({ key, ...column }, at) => {
      return { ...column, id: newId(now.getTime()), groupId, rank: ranks[at] ?? '', templateKey: key };
    });
    for (const row of await this.board.addColumns(tx, rows)) {
      const data = { column: columnOf(row), activity: null };
      await this.streams.append(tx, `group:${groupId}`, 'column.changed', data);
    }
    return rows.length;
  }

  private async giveLabels({ tx, workspace: { groupId }, template, now }: Into): Promise<number> {
    const all = await this.board.allLabels(tx, groupId);
    const missing = template.labels.filter(({ key }) => !all.some(({ templateKey }) => templateKey === key));
    const rows = [];
    for (const { key, ...label } of missing) {
      const same = all.find((one) => isCalled(one, label.name));
      if (same === undefined) rows.push({ ...label, id: newId(now.getTime()), groupId, templateKey: key });
      else if (same.templateKey === null) await this.board.saveLabel(tx, { ...same, templateKey: key });
    }
    for (const row of await this.board.addLabels(tx, rows)) {
      const data = { label: labelOf(row), activity: null };
      await this.streams.append(tx, `group:${groupId}`, 'label.changed', data);
    }
    return rows.length;
  }

  private async giveTasks({ tx, workspace, template, now }: Into): Promise<number> {
    const { groupId, prefix, nextNumber } = workspace;
    const all = await this.tasks.all(tx, groupId);
    const known = new Map(all.flatMap(({ templateKey, id }) => (templateKey === null ? [] : [[templateKey, id]])));
    const missing = template.tasks.filter(({ key }) => !known.has(key));
    if (missing.length === 0) return 0;
    for (const { key } of missing) known.set(key, newId(now.getTime()));
    const columns = await this.board.allColumns(tx, groupId);
    const labels = (await this.board.allLabels(tx, groupId)).filter(({ removedAt }) => removedAt === null);
    const idsOf = (keys: readonly string[]) => keys.flatMap((key) => known.get(key) ?? []);
    const last =
      all
        .map(({ rank }) => rank)
        .sort()
        .at(-1) ?? null;
    const ranks = ranksBetween(last, null, missing.length);
    const rows = missing.map((task, at): NewTask => {
      const column = columnFor(columns, task.column, template);
      return {
        id: known.get(task.key) ?? newId(),
        groupId,
        key: `${prefix}-${nextNumber + at}`,
        title: task.title,
        description: task.description,
        assignees: [],
        labels: labels.filter(({ templateKey }) => task.labels.includes(templateKey ?? '')).map(({ id }) => id),
        dueOn: null,
        estimate: task.estimate,
        priority: task.priority,
        checklist: task.checklist.map((text) => ({ id: newId(now.getTime()), text, done: false })),
        blockedBy: idsOf(task.blockedBy),
        milestoneId: task.milestoneId,
        messages: [],
        columnId: column.id,
        rank: ranks[at] ?? '',
        createdAt: now,
        changedAt: now,
        doneAt: column.category === 'done' ? now : null,
        templateKey: task.key,
      };
    });
    await this.workspaces.change(tx, groupId, { nextNumber: nextNumber + rows.length });
    const added = await this.tasks.add(tx, rows);
    const note = await this.notes.add({ tx, workspace, now, by: null }, { what: 'template.given', many: added.length });
    const data = { tasks: added.map(taskOf), removed: [], activity: [note] };
    await this.streams.append(tx, `group:${groupId}`, 'tasks.changed', data);
    return added.length;
  }
}

const isCalled = (one: { name: string; removedAt: Date | null }, name: string): boolean =>
  one.removedAt === null && one.name.toLowerCase() === name.toLowerCase();

/** The column that the template means, or where it was taken off one for the same, or any. */
function columnFor(columns: readonly ColumnRow[], key: string, template: Template): ColumnRow {
  const standing = columns.filter(({ removedAt }) => removedAt === null).sort(byRank);
  const meant: Category | undefined = template.columns.find((column) => column.key === key)?.category;
  const found =
    standing.find(({ templateKey }) => templateKey === key) ??
    standing.find(({ category }) => category === meant) ??
    standing[0];
  if (found === undefined) throw new Error('A board has a column');
  return found;
}
