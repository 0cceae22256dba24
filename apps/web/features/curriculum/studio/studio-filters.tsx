'use client';
import type { StudioOverview } from '@tailcamp/contracts';
import { ListFilter, Search, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { classes } from '@/ui/class-names';
import { Select } from '@/ui/field';
import { Icon } from '@/ui/icon';
import { type Filters, isFiltered, NO_FILTERS, SOURCES } from './studio-asked';

const SEARCH_AFTER_MS = 250;

/** What the lessons are narrowed down to, beside their state. */
export function StudioFilters(props: {
  tracks: StudioOverview['tracks'];
  filters: Filters;
  onChange: (filters: Filters) => void;
}) {
  const t = useT();
  const { tracks, filters, onChange } = props;
  const [isOpen, setOpen] = useState(false);
  const set = (change: Partial<Filters>) => onChange({ ...filters, ...change });
  const shown = filters.track === '' ? tracks : tracks.filter(({ id }) => id === filters.track);
  return (
    <search className={classes('bank-filters', isOpen && 'open')} aria-label={t('studio.filters')}>
      <Typed key={String(isFiltered(filters))} value={filters.search} onChange={(search) => set({ search })} />
      <Button className="bank-narrow" icon={ListFilter} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('bank.filtersShort')}
      </Button>
      <One label={t('bank.track')} value={filters.track} onChange={(track) => set({ track, skill: '' })}>
        {tracks.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </One>
      <One label={t('bank.skill')} value={filters.skill} onChange={(skill) => set({ skill })}>
        {shown.map(({ id, title, skills }) => (
          <optgroup key={id} label={title}>
            {skills.map((skill) => (
              <option key={skill.id} value={skill.id}>
                {skill.title}
              </option>
            ))}
          </optgroup>
        ))}
      </One>
      <One label={t('bank.source')} value={filters.source} onChange={(source) => set({ source })}>
        {SOURCES.map((source) => (
          <option key={source} value={source}>
            {t(`studio.source.${source}`)}
          </option>
        ))}
      </One>
      {isFiltered(filters) && (
        <Button tone="quiet" icon={X} onClick={() => onChange(NO_FILTERS)}>
          {t('bank.clear')}
        </Button>
      )}
    </search>
  );
}

function One(props: { label: string; value: string; onChange: (value: string) => void; children: React.ReactNode }) {
  const t = useT();
  return (
    <Select label={props.label} value={props.value} onChange={({ target }) => props.onChange(target.value)}>
      <option value="">{t('bank.all')}</option>
      {props.children}
    </Select>
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
        maxLength={100}
        placeholder={t('studio.search')}
        aria-label={t('studio.search')}
        onChange={(event) => setTyped(event.target.value)}
      />
    </label>
  );
}
