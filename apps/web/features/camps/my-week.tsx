'use client';
import { useState } from 'react';
import { useLocale, useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Chip } from '@/ui/choice';
import { Because } from '@/ui/states';
import { dayNames, HOURS, hourOf, paint, WEEK } from '@/ui/week/hours';
import { WeekPaint } from '@/ui/week/week-paint';

const MORNING = 6;

/** My free hours, to paint; a few strokes of the brush for those who have usual weeks. */
export function MyWeek({ week, onChange }: { week: string; onChange: (week: string) => void }) {
  const t = useT();
  const locale = useLocale();
  const long = dayNames(locale, 'long');
  const [night, setNight] = useState(() => [...week].some((free, hour) => free === '1' && hour % HOURS < MORNING));
  const say = (day: number, hour: number, free: boolean) =>
    t(free ? 'profile.hourFree' : 'profile.hourBusy', { day: long[day] ?? '', hour });
  return (
    <Card title={t('profile.week')}>
      <div className="pad form-column">
        <Because>{t('profile.weekBecause')}</Because>
        <div className="row wrap">
          <Button size="small" onClick={() => onChange(paint(week, hourOf(0, 18), hourOf(4, 21), true))}>
            {t('profile.evenings')}
          </Button>
          <Button size="small" onClick={() => onChange(paint(week, hourOf(5, 10), hourOf(6, 17), true))}>
            {t('profile.weekends')}
          </Button>
          <Button size="small" tone="quiet" onClick={() => onChange('0'.repeat(WEEK))}>
            {t('profile.clear')}
          </Button>
          <span className="grow" />
          <Chip pressed={night} onPress={() => setNight(!night)}>
            {t('profile.night')}
          </Chip>
        </div>
        <WeekPaint
          week={week}
          onChange={onChange}
          label={t('profile.week')}
          days={dayNames(locale)}
          say={say}
          from={night ? 0 : MORNING}
        />
        <p className="small muted">{t('profile.weekHint')}</p>
      </div>
    </Card>
  );
}
