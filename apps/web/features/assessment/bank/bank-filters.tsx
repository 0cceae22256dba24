'use client';
import { ListFilter, Search, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useGiven, useRead } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { classes } from '@/ui/class-names';
import { Select } from '@/ui/field';
import { Icon } from '@/ui/icon';
import { type Filters, FLAGS, isFiltered, KINDS, NO_FILTERS } from './bank-asked';

const SEARCH_AFTER_MS = 250;
const STEPS = ['-3', '-2', '-1', '0', '1', '2', '3'] as const;

/** What the bank is narrowed down to. */
export function BankFilters(props: { campId: string; filters: Filters; onChange: (filters: Filters) => void }) {
  const t = useT();
  const { campId, filters, onChange } = props;
  const { offered } = useGiven('assessmentSettings.get', { campId });
  const [isOpen, setOpen] = useState(false);
  const set = (change: Partial<Filters>) => onChange({ ...filters, ...change });
  return (
    <search className={classes('bank-filters', isOpen && 'open')} aria-label={t('bank.filters')}>
      <Typed key={String(isFiltered(filters))} value={filters.search} onChange={(search) => set({ search })} />
      <Button className="bank-narrow" icon={ListFilter} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('bank.filtersShort')}
      </Button>
      <One label={t('bank.track')} value={filters.track} onChange={(track) => set({ track, skill: '' })}>
        {offered.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </One>
      <SkillChoice {...props} onSkill={(skill) => set({ skill })} />
      <One label={t('bank.kind')} value={filters.kind} onChange={(kind) => set({ kind })}>
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`question.${kind}`)}
          </option>
        ))}
      </One>
      <One label={t('bank.source')} value={filters.source} onChange={(source) => set({ source })}>
        <option value="library">{t('bank.source.library')}</option>
        <option value="camp">{t('bank.source.camp')}</option>
      </One>
      <One label={t('bank.state')} value={filters.state} onChange={(state) => set({ state })}>
        <option value="active">{t('bank.state.active')}</option>
        <option value="retired">{t('bank.state.retired')}</option>
      </One>
      <One label={t('bank.flag')} value={filters.flag} onChange={(flag) => set({ flag })}>
        {FLAGS.map((flag) => (
          <option key={flag} value={flag}>
            {t(`bank.flag.${flag}`)}
          </option>
        ))}
      </One>
      <One label={t('bank.easiest')} value={filters.easiest} onChange={(easiest) => set({ easiest })}>
        {STEPS.filter((step) => filters.hardest === '' || Number(step) <= Number(filters.hardest)).map(difficulty)}
      </One>
      <One label={t('bank.hardest')} value={filters.hardest} onChange={(hardest) => set({ hardest })}>
        {STEPS.filter((step) => filters.easiest === '' || Number(step) >= Number(filters.easiest)).map(difficulty)}
      </One>
      {isFiltered(filters) && (
        <Button tone="quiet" icon={X} onClick={() => onChange(NO_FILTERS)}>
          {t('bank.clear')}
        </Button>
      )}
    </search>
  );
}

const difficulty = (step: string) => (
  <option key={step} value={step}>
    {step.replace('-', '−')}
  </option>
);

function One(props: { label: string; value: string; onChange: (value: string) => void; children: React.ReactNode }) {
  const t = useT();
  return (
    <Select label={props.label} value={props.value} onChange={({ target }) => props.onChange(target.value)}>
      <option value="">{t('bank.all')}</option>
      {props.children}
    </Select>
  );
}

/** The skills of the track that is chosen; of a link to one skill, that of its track. */
function SkillChoice(props: { campId: string; filters: Filters; onSkill: (skill: string) => void }) {
  const t = useT();
  const { campId, filters } = props;
  const { data } = useRead(
    'skillGraph.track',
    { campId, track: filters.track },
    { enabled: filters.track !== '', keep: true },
  );
  const skills = filters.track === '' ? [] : (data?.skills ?? []);
  const isThere = filters.skill === '' || skills.some(({ id }) => id === filters.skill);
  if (filters.track === '' && filters.skill === '') return null;
  return (
    <One label={t('bank.skill')} value={filters.skill} onChange={props.onSkill}>
      {!isThere && <option value={filters.skill}>{filters.skill}</option>}
      {skills.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </One>
  );
}

/** The words looked for, once they have stood still for a moment. */
function Typed({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useT();
  const [typed, setTyped] = useState(value);
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => onChange(typed.trim()), SEARCH_AFTER_MS);
    return () => clearTimeout(timer);
  });
  return (
    <label className="search-field">
      <Icon of={Search} size="s" />
      <input
        className="input"
        type="search"
        value={typed}
        maxLength={200}
        placeholder={t('bank.search')}
        aria-label={t('bank.search')}
        onChange={(event) => setTyped(event.target.value)}
      />
    </label>
  );
}
