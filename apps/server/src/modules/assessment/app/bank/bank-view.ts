import { Injectable } from '@nestjs/common';
import type { BankItem, ItemFlag, ItemSummary } from '@tailcamp/contracts';
import { notFound } from '../../../../kernel/app-error.js';
import { People } from '../../../identity/index.js';
import { questionIn } from '../../domain/content/stem.js';
import { ReportStore } from '../../store/attempts/report-store.js';
import type { Tally } from '../../store/bank/answer-store.js';
import { BankStore, parametersNow, type StandingItem } from '../../store/bank/bank-store.js';

/** Questions as staff see them, with their keys; nobody else sees any. */
@Injectable()
export class BankView {
  constructor(
    private readonly people: People,
    private readonly store: BankStore,
    private readonly reports: ReportStore,
  ) {}

  summary(row: StandingItem, tally: Tally = { answers: 0, marked: 0, right: 0 }): ItemSummary {
    return {
      ...described(row),
      domain: domainOf(row),
      question: questionIn(row.item.stem),
      language: row.item.code?.language ?? (row.item.kind === 'program' ? row.item.language : null),
      answers: tally.answers,
      shareRight: tally.marked === 0 ? null : tally.right / tally.marked,
    };
  }

  /** @throws AppError `not_found` when the camp sees no such question */
  async one(campId: string, itemId: string): Promise<BankItem> {
    const row = await this.store.find(campId, itemId);
    if (row === null) throw notFound('The question');
    const reports = await this.reports.open(campId, await this.store.idsOf(campId, row.slug));
    const history = await this.store.history(campId, row);
    const people = await this.people.find(history.flatMap(({ byUser }) => byUser ?? []));
    return {
      ...described(row),
      item: row.item,
      reports: reports.map(({ id, text, version, at }) => ({ id, text, version, at: at.toISOString() })),
      history: history.map(({ version, at, byUser }) => ({
        version,
        at: at.toISOString(),
        by: byUser === null ? null : (people.get(byUser)?.name ?? ''),
      })),
    };
  }
}

function described(row: StandingItem) {
  const { id, slug, skill, skillTitle, track, trackTitle, kind, campId, state, item, estimate, version } = row;
  const flags: ItemFlag[] = [];
  if (row.reported) flags.push('reported');
  if (row.misfits.length > 0) flags.push('misfit');
  return {
    id,
    slug,
    track: { id: track ?? skill, title: trackTitle ?? track ?? skill },
    skill: { id: skill, title: skillTitle ?? skill },
    kind,
    source: campId === null ? ('library' as const) : ('camp' as const),
    state,
    parameters: parametersNow(item, estimate),
    calibrated: estimate !== null,
    flags,
    version,
  };
}

/** The domain of its skill; where the skill is gone, what stands for it. */
export function domainOf({ domains, domain, skill }: Pick<StandingItem, 'domains' | 'domain' | 'skill'>) {
  const found = domains?.find(({ id }) => id === domain);
  return { id: domain ?? skill, title: found?.title ?? domain ?? skill };
}
