'use client';
import { Check, X } from 'lucide-react';
import { useLocale, useT } from '@/lib/i18n/provider';
import { AmongAll } from '@/ui/charts/meter';
import { classes } from '@/ui/class-names';
import { score } from '@/ui/format';
import { Icon } from '@/ui/icon';
import { capital, fullCriterion, shortCriterion } from './criterion-words';
import { evidenceInWords } from './evidence-words';
import type { RankedCriterion } from './ranked';

type Scored = Omit<RankedCriterion, 'weakest'>;

/** Where a name is longer, all names of the list get more room, and the charts stay under each other. */
const FITS_BESIDE = 14;

/** `ember` names the one that holds the tail back. Each criterion: its score among all groups of the camp, and what it rests on. */
export function Evidence({ criteria, ember }: { criteria: readonly Scored[]; ember?: Scored | null }) {
  const t = useT();
  const locale = useLocale();
  return (
    <dl className="ev">
      {criteria.map((criterion) => {
        const low = criterion === ember;
        const same = criterion.cohort[0] === criterion.cohort.at(-1);
        const name = shortCriterion(t, criterion);
        return (
          <div
            key={`${criterion.kind} ${criterion.column}`}
            title={fullCriterion(t, criterion)}
            className={name.length > FITS_BESIDE ? 'long' : undefined}
          >
            <dt>
              <span>{name}</span>
              <span className={classes('num', low && 'ember')}>{score(criterion.score)}</span>
            </dt>
            <dd>
              {same ? (
                <Icon of={criterion.satisfied ? Check : X} size="s" tone={criterion.satisfied ? 'good' : 'bad'} />
              ) : (
                <AmongAll value={criterion.score} cohort={criterion.cohort} low={low} />
              )}
            </dd>
            <dd className="small muted">{capital(evidenceInWords(t, locale, criterion.evidence))}</dd>
          </div>
        );
      })}
    </dl>
  );
}
