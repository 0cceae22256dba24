import { Injectable } from '@nestjs/common';
import type { OutputOf, ParsedInputOf, Template, templates } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError, stale } from '../../../../kernel/app-error.js';
import { Clock } from '../../../../kernel/clock.js';
import { Database } from '../../../../platform/database/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CampAccess } from '../../../camps/index.js';
import { StandingGroups } from '../../../groups/index.js';
import { circleIn } from '../../domain/dependencies.js';
import { WorkspaceStore } from '../../store/board/workspace-store.js';
import { MilestoneStore } from '../../store/course/milestone-store.js';
import { TemplateStore } from '../../store/course/template-store.js';
import { OpenWorkspace } from '../open-workspace.js';
import { GiveTemplate } from './give-template.js';

const EMPTY: Template = { columns: [], labels: [], tasks: [] };
type State = OutputOf<typeof templates.get>;

/** What the groups of a camp begin with. */
@Injectable()
export class Templates {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly streams: Streams,
    private readonly camps: CampAccess,
    private readonly groups: StandingGroups,
    private readonly openWorkspace: OpenWorkspace,
    private readonly workspaces: WorkspaceStore,
    private readonly milestones: MilestoneStore,
    private readonly store: TemplateStore,
    private readonly giveTemplate: GiveTemplate,
  ) {}

  async read(actor: Actor, { campId }: ParsedInputOf<typeof templates.get>): Promise<State> {
    await this.camps.require(actor, campId, 'project.teach');
    const seq = await this.streams.sequence(`camp:${campId}`);
    const { template, version } = (await this.store.find(campId)) ?? { template: EMPTY, version: 0 };
    return { campId, template, version, groups: (await this.groups.inCamp(campId)).length, seq };
  }

  async save(actor: Actor, input: ParsedInputOf<typeof templates.save>): Promise<State> {
    const { campId, template, version } = input;
    await this.camps.require(actor, campId, 'project.teach');
    const known = new Set((await this.milestones.ofCamp(campId)).map(({ id }) => id));
    const at = template.tasks.findIndex(({ milestoneId }) => milestoneId !== null && !known.has(milestoneId));
    if (at >= 0) {
      const field = `template.tasks.${at}.milestoneId`;
      throw new AppError('invalid_input', { fields: [{ field, message: 'There is no such milestone.' }] });
    }
    const circle = circleIn(new Map(template.tasks.map(({ key, blockedBy }) => [key, blockedBy])));
    if (circle !== null) {
      const message = `These would wait for each other: ${circle.join(' ← ')}.`;
      throw new AppError('invalid_input', { fields: [{ field: 'template.tasks', message }] });
    }
    const saved = await this.database.transaction(async (tx) => {
      const now = await this.store.lock(tx, campId);
      if ((now?.version ?? 0) !== version) return false;
      const next = version + 1;
      if (!(await this.store.save(tx, campId, { template, version: next }))) return false;
      await this.streams.append(tx, `camp:${campId}`, 'template.changed', { campId, version: next });
      return true;
    });
    const state = await this.read(actor, { campId });
    if (!saved) throw stale(state);
    return state;
  }

  /** Group by group, so that no group waits for another; cut off, it is done the rest of the way by the next time. */
  async give(actor: Actor, { campId }: ParsedInputOf<typeof templates.give>): Promise<OutputOf<typeof templates.give>> {
    await this.camps.require(actor, campId, 'project.teach');
    const saved = await this.store.find(campId);
    const sum = { groups: 0, columns: 0, labels: 0, tasks: 0 };
    if (saved === null) return sum;
    const groupIds = (await this.groups.inCamp(campId)).map(({ id }) => id);
    await this.openWorkspace.run(campId, groupIds);
    for (const groupId of groupIds) {
      const given = await this.database.transaction(async (tx) => {
        const workspace = await this.workspaces.lock(tx, groupId);
        return workspace === null ? null : this.giveTemplate.into(tx, workspace, saved, this.clock.now());
      });
      if (given === null || given.columns + given.labels + given.tasks === 0) continue;
      sum.groups += 1;
      sum.columns += given.columns;
      sum.labels += given.labels;
      sum.tasks += given.tasks;
    }
    return sum;
  }
}
