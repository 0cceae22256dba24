'use client';
import type { PolicyGroup } from '@tailcamp/contracts';
import { Plus, X } from 'lucide-react';
import { useRef } from 'react';
import { useT } from '@/lib/i18n/provider';
import { Button, IconButton } from '@/ui/button';
import { Input } from '@/ui/field';
import { NumberInput } from '@/ui/number-input';
import { freshName } from './policy-groups';
import { placesOf } from './policy-sums';

interface NamedGroupsProps {
  groups: readonly PolicyGroup[];
  students: number;
  errors: Record<string, string>;
  onChange: (groups: PolicyGroup[]) => void;
}

/** Names with their sizes, one a line. Enter in a name begins the next; a smallest size of 0 lets a group stay empty. */
export function NamedGroups({ groups, students, errors, onChange }: NamedGroupsProps) {
  const t = useT();
  const focusOn = useRef(-1);
  const { min, max } = placesOf(groups);
  const fits = students === 0 || (min <= students && students <= max);
  const replace = (at: number, group: PolicyGroup) =>
    onChange(groups.map((each, index) => (index === at ? group : each)));
  const add = () => {
    const { min: least, max: most } = groups.at(-1) ?? { min: 3, max: 5 };
    focusOn.current = groups.length;
    onChange([
      ...groups,
      { name: freshName(groups, (number) => t('policy.groupName', { number })), min: least, max: most },
    ]);
  };
  return (
    <div className="named-groups">
      <div className="named-group head small muted" aria-hidden="true">
        <span>{t('policy.name')}</span>
        <span>{t('policy.min')}</span>
        <span>{t('policy.max')}</span>
      </div>
      <div className="named-list">
        {groups.map((group, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a group is its place in the list while its name is being written
          <fieldset className="named-group" key={at}>
            <legend className="sr">{group.name}</legend>
            <Input
              label={<span className="sr">{t('policy.name')}</span>}
              value={group.name}
              maxLength={200}
              error={errors[`policy.groups.${at}.name`]}
              ref={(input) => {
                if (input === null || focusOn.current !== at) return;
                focusOn.current = -1;
                input.focus();
                input.select();
              }}
              onChange={(event) => replace(at, { ...group, name: event.target.value })}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                add();
              }}
            />
            <NumberInput
              label={<span className="sr">{t('policy.min')}</span>}
              value={group.min}
              min={0}
              max={1000}
              error={errors[`policy.groups.${at}.min`]}
              onChange={(least) =>
                least !== undefined && replace(at, { ...group, min: least, max: Math.max(1, least, group.max) })
              }
            />
            <NumberInput
              label={<span className="sr">{t('policy.max')}</span>}
              value={group.max}
              min={1}
              max={1000}
              onChange={(most) =>
                most !== undefined && replace(at, { ...group, max: most, min: Math.min(most, group.min) })
              }
            />
            <IconButton
              icon={X}
              small
              label={t('policy.remove', { name: group.name })}
              disabled={groups.length === 1}
              onClick={() => onChange(groups.filter((_, index) => index !== at))}
            />
          </fieldset>
        ))}
      </div>
      <div className="row">
        <Button size="small" icon={Plus} onClick={add} disabled={groups.length >= 1000}>
          {t('policy.addGroup')}
        </Button>
        <p className={`small grow ${fits ? 'muted' : 'bad'}`} role="status">
          {t('policy.places', { min, max, students: t('count.students', { count: students }) })}
        </p>
      </div>
    </div>
  );
}
