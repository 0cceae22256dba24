import { Injectable } from '@nestjs/common';
import type { Activity, OutputOf, ParsedInputOf, projects } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError, notFound, stale } from '../../../../kernel/app-error.js';
import { newId } from '../../../../kernel/id.js';
import { Streams } from '../../../../platform/streams/index.js';
import { conflicts, differing, touchedBy } from '../../domain/merging.js';
import { BoardStore, type LabelRow, labelOf } from '../../store/board/board-store.js';
import { TaskStore } from '../../store/board/task-store.js';
import { Notes } from '../notes.js';
import { type Held, Workspaces } from '../workspaces.js';

type Answer = OutputOf<typeof projects.addLabel>;

/** The labels of a workspace. */
@Injectable()
export class ChangeLabels {
  constructor(
    private readonly streams: Streams,
    private readonly workspaces: Workspaces,
    private readonly notes: Notes,
    private readonly store: BoardStore,
    private readonly tasks: TaskStore,
  ) {}

  async add(actor: Actor, input: ParsedInputOf<typeof projects.addLabel>): Promise<Answer> {
    const { groupId, clientId, name, colour } = input;
    const place = await this.workspaces.require(actor, groupId, 'project.work');
    return this.workspaces.change(place, async (held) => {
      const { tx, userId, now } = held;
      const twin = userId === null ? null : await this.store.madeLabel(tx, userId, clientId);
      if (twin !== null) {
        if (twin.groupId !== groupId) throw new AppError('conflict', { detail: 'This clientId was used elsewhere.' });
        return { label: labelOf(twin), seq: 0 };
      }
      free(await this.store.labels(groupId, tx), name);
      const made = { id: newId(now.getTime()), groupId, name, colour, madeBy: userId, clientId };
      const [row] = await this.store.addLabels(tx, [made]);
      if (row === undefined) throw new Error('The label was not written');
      return this.tell(held, row, await this.notes.add(held, { what: 'label.added' }));
    });
  }

  async change(actor: Actor, input: ParsedInputOf<typeof projects.changeLabel>): Promise<Answer> {
    const { groupId, labelId, version, ...set } = input;
    const place = await this.workspaces.require(actor, groupId, 'project.work');
    return this.workspaces.change(place, async (held) => {
      const labels = await this.store.labels(groupId, held.tx);
      const was = find(labels, labelId);
      const changed = differing<LabelRow>(was, set);
      const fields = Object.keys(changed);
      if (fields.length === 0) return { label: labelOf(was), seq: 0 };
      if (conflicts(was.touched, version, fields)) throw stale(labelOf(was));
      if (set.name !== undefined) {
        free(
          labels.filter(({ id }) => id !== labelId),
          set.name,
        );
      }
      const next = was.version + 1;
      const row = { ...was, ...changed, touched: touchedBy(was.touched, next, fields), version: next };
      await this.store.saveLabel(held.tx, row);
      return this.tell(held, row, await this.notes.add(held, { what: 'label.changed', fields }));
    });
  }

  async remove(
    actor: Actor,
    { groupId, labelId }: ParsedInputOf<typeof projects.removeLabel>,
  ): Promise<Record<string, never>> {
    const place = await this.workspaces.require(actor, groupId, 'project.work');
    return this.workspaces.change(place, async (held) => {
      const label = find(await this.store.labels(groupId, held.tx), labelId);
      await this.store.saveLabel(held.tx, { ...label, removedAt: held.now });
      await this.tasks.dropLabel(held.tx, groupId, labelId);
      const activity = await this.notes.add(held, { what: 'label.removed' });
      await this.streams.append(held.tx, `group:${groupId}`, 'label.removed', { labelId, activity });
      return {};
    });
  }

  private async tell({ tx, workspace }: Held, row: LabelRow, activity: Activity): Promise<Answer> {
    const label = labelOf(row);
    const seq = await this.streams.append(tx, `group:${workspace.groupId}`, 'label.changed', { label, activity });
    return { label, seq };
  }
}

function find(labels: readonly LabelRow[], id: string): LabelRow {
  const label = labels.find((one) => one.id === id);
  if (label === undefined) throw notFound('The label');
  return label;
}

function free(labels: readonly LabelRow[], name: string): void {
  if (labels.some((label) => label.name.toLowerCase() === name.toLowerCase())) {
    throw new AppError('already_exists', { detail: `There is a label ${name} already.` });
  }
}
