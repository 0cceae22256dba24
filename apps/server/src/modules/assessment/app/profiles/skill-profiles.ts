import { Injectable } from '@nestjs/common';
import type {
  ParsedInputOf,
  SharedWith,
  SkillMastery,
  SkillProfile,
  skillProfiles,
  TrackProfile,
} from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError, notFound, stale } from '../../../../kernel/app-error.js';
import { Database } from '../../../../platform/database/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CampAccess, type CampStanding, Roster } from '../../../camps/index.js';
import { StandingGroups } from '../../../groups/index.js';
import { skillsOf } from '../../domain/attempt/outcome.js';
import { type Practised, type SkillStanding, standings } from '../../domain/practice/standing.js';
import { type AttemptRow, AttemptStore } from '../../store/attempts/attempt-store.js';
import { SettingsStore } from '../../store/attempts/settings-store.js';
import { PracticeStore } from '../../store/practice/practice-store.js';
import { AttemptCourse, markedItems } from '../attempts/attempt-course.js';
import { domainsOf } from '../attempts/get-result.js';
import { assessedBy } from '../practice/practisable.js';

/** Until somebody chooses, staff alone see a profile besides its owner. */
const UNTOLD: SharedWith = 'staff';

/** What a member's attempts have shown, to them, to staff, and to those they share it with. */
@Injectable()
export class SkillProfiles {
  constructor(
    private readonly database: Database,
    private readonly streams: Streams,
    private readonly access: CampAccess,
    private readonly roster: Roster,
    private readonly groups: StandingGroups,
    private readonly attempts: AttemptStore,
    private readonly settings: SettingsStore,
    private readonly practice: PracticeStore,
    private readonly course: AttemptCourse,
  ) {}

  async mine(actor: Actor, { campId }: ParsedInputOf<typeof skillProfiles.mine>): Promise<SkillProfile> {
    const { memberId } = await this.access.require(actor, campId, 'camp.see');
    if (memberId === null)
      throw new AppError('forbidden', { detail: 'Only members of the camp have a profile in it.' });
    return this.profile(campId, memberId, true);
  }

  async of(actor: Actor, { campId, memberId }: ParsedInputOf<typeof skillProfiles.of>): Promise<SkillProfile> {
    const standing = await this.access.require(actor, campId, 'camp.see');
    if (!(await this.mayLook(standing, campId, memberId))) throw notFound('The profile');
    return this.profile(campId, memberId, standing.memberId === memberId);
  }

  async share(actor: Actor, input: ParsedInputOf<typeof skillProfiles.share>): Promise<SkillProfile> {
    const { campId, with: shared, version } = input;
    const { memberId } = await this.access.require(actor, campId, 'assessment.take');
    if (memberId === null) throw new AppError('forbidden');
    const saved = await this.database.transaction((tx) => this.settings.share(tx, campId, memberId, shared, version));
    if (!saved) throw stale(await this.profile(campId, memberId, true));
    return this.profile(campId, memberId, true);
  }

  private async mayLook({ memberId: me, myRole }: CampStanding, campId: string, memberId: string): Promise<boolean> {
    if (me === memberId || myRole !== 'student') return true;
    const shared = (await this.settings.sharing([memberId])).get(memberId)?.value ?? UNTOLD;
    if (shared === 'staff' || me === null) return false;
    const members = await this.roster.members(campId);
    if (!members.some(({ id }) => id === memberId)) return false;
    if (shared === 'camp') return true;
    const groups = await this.groups.of([me, memberId]);
    const [mine, theirs] = [groups.get(me), groups.get(memberId)];
    return mine !== undefined && mine.id === theirs?.id;
  }

  private async profile(campId: string, memberId: string, isMe: boolean): Promise<SkillProfile> {
    const seq = await this.streams.sequence(`camp:${campId}`);
    const name = (await this.roster.names([memberId])).get(memberId);
    if (name === undefined) throw notFound('The member');
    const over = (await this.attempts.ofMember(memberId)).filter(({ state }) => state === 'over');
    const names = [...new Set(over.map(({ track }) => track))];
    const practised = await this.practice.ofMember(memberId);
    const tracks = await Promise.all(
      names.map((one) =>
        this.track(
          over.filter(({ track }) => track === one),
          practised,
        ),
      ),
    );
    const sharing = (await this.settings.sharing([memberId])).get(memberId);
    return {
      memberId,
      name,
      isMe,
      tracks: tracks.flatMap((track) => track ?? []),
      sharing: isMe ? { with: sharing?.value ?? UNTOLD, version: sharing?.version ?? 0 } : null,
      seq,
    };
  }

  /** @param attempts of one track that are over, newest first */
  private async track(attempts: readonly AttemptRow[], practised: readonly Practised[]): Promise<TrackProfile | null> {
    const [newest] = attempts;
    if (newest === undefined) return null;
    const course = await this.course.of(newest);
    const { frozen, bank, test, answers } = course;
    const known = standings(assessedBy(attempts), practised);
    const skills = skillsOf(frozen, bank, test, markedItems(answers)).map((skill) => withPractice(skill, known));
    const history = attempts.flatMap(({ id, finishedAt, outcome }) =>
      outcome === null || finishedAt === null
        ? []
        : [
            {
              attemptId: id,
              at: finishedAt.toISOString(),
              ability: outcome.ability,
              standardError: outcome.standardError,
            },
          ],
    );
    return {
      track: frozen.track,
      attemptId: newest.id,
      at: (newest.finishedAt ?? newest.startedAt).toISOString(),
      ...test.estimate,
      domains: domainsOf(course),
      skills,
      history: history.reverse(),
      pending: attempts.reduce((sum, { pending }) => sum + pending, 0),
    };
  }
}

/** A skill of an attempt with what was practised: that is an answer of its own too. */
function withPractice(skill: SkillMastery, known: ReadonlyMap<string, SkillStanding>): TrackProfile['skills'][number] {
  const { mastery = skill.mastery, due = null, practised = 0 } = known.get(skill.id) ?? {};
  const evidence = practised > 0 ? 'shown' : skill.evidence;
  return { ...skill, mastery, evidence, answers: skill.answers + practised, due: due?.toISOString() ?? null };
}
