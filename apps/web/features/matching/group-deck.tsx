'use client';
import type { FreeHours } from '@tailcamp/contracts';
import { Clock } from 'lucide-react';
import { useT } from '@/lib/i18n/provider';
import { Meter } from '@/ui/charts/meter';
import { classes } from '@/ui/class-names';
import { score } from '@/ui/format';
import { Icon } from '@/ui/icon';
import { Avatar } from '@/ui/marks';
import { CommonGrid, CommonWords } from '../groups/common-time';
import { groupInWords } from '../groups/group-words';
import { fullCriterion, shortCriterion } from './criterion-words';
import { heldBackBy, type RankedCriterion, type RankedGroup } from './ranked';

const CRITERIA_ON_A_CARD = 6;

interface DeckProps {
  groups: readonly RankedGroup[];
  names: Record<string, string>;
  /** By group name, where the policy looks at time. */
  free: Record<string, FreeHours>;
  opened: string | null;
  onOpen: (name: string) => void;
}

/** The groups as cards. */
export function GroupDeck({ groups, names, free, opened, onOpen }: DeckProps) {
  return (
    <ul className="deck">
      {groups.map((group) => (
        <ResultCard
          key={group.name}
          group={group}
          names={names}
          free={free[group.name]}
          selected={group.name === opened}
          onOpen={() => onOpen(group.name)}
        />
      ))}
    </ul>
  );
}

function ResultCard(props: {
  group: RankedGroup;
  names: Record<string, string>;
  free: FreeHours | undefined;
  selected: boolean;
  onOpen: () => void;
}) {
  const { group, names, free, selected, onOpen } = props;
  const t = useT();
  const ember = group.tail ? heldBackBy(group) : null;
  const evidence = group.criteria.find(({ kind }) => kind === 'overlap')?.evidence;
  return (
    <li className={classes('card', 'group', selected && 'sel')}>
      <div className="group-head">
        <div className="grow">
          <h3>{group.name}</h3>
          <p className="small muted">
            {groupInWords(t, group, group.members.length)}
            {group.tail && (
              <>
                {' · '}
                <span className="ember">{t('run.tail')}</span>
              </>
            )}
          </p>
        </div>
        <p className={classes('score', 'num', group.tail && 'ember')}>{score(group.score, 3)}</p>
      </div>
      <ul className="members plain">
        {group.members.map((id) => (
          <li className="member" key={id}>
            <Avatar of={{ id, name: names[id] ?? id }} size="s" />
            <span className="clip grow">{names[id] ?? id}</span>
          </li>
        ))}
      </ul>
      {group.criteria.length > 0 && (
        <div className="group-foot">
          <dl className="crits">
            {telling(group.criteria)
              .slice(0, CRITERIA_ON_A_CARD)
              .map((criterion) => {
                const low = criterion === ember;
                return (
                  <div key={`${criterion.kind} ${criterion.column}`} title={fullCriterion(t, criterion)}>
                    <dt className="ell">{shortCriterion(t, criterion)}</dt>
                    <dd>
                      <Meter value={criterion.score} cohort={criterion.cohort} low={low} />
                    </dd>
                    <dd className={classes('num', low && 'ember')}>{score(criterion.score)}</dd>
                  </div>
                );
              })}
          </dl>
          {free && <CommonGrid free={free} members={group.members.length} />}
        </div>
      )}
      <div className="row group-why">
        <p className="small muted group-time grow">
          {(free || evidence) && <Icon of={Clock} size="s" />}
          <span>{free ? <CommonWords free={free} members={group.members.length} /> : evidence}</span>
        </p>
        <button type="button" className="link small" aria-expanded={selected} onClick={onOpen}>
          {t('result.why', { score: score(group.score, 3) })}
          <span className="sr"> {group.name}</span>
        </button>
      </div>
    </li>
  );
}

/** Where groups differ comes first: a rule that every group keeps tells nothing of this one. */
export function telling(criteria: readonly RankedCriterion[]): RankedCriterion[] {
  const same = ({ cohort }: RankedCriterion) => Number(cohort[0] === cohort.at(-1));
  return [...criteria].sort((a, b) => same(a) - same(b));
}
