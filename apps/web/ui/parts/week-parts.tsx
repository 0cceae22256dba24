'use client';
import { useState } from 'react';
import { FreeGrid, FreeWeek } from '../week/free-grid';
import { dayNames, WEEK } from '../week/hours';
import { WeekPaint } from '../week/week-paint';
import { FREE } from './sample';
import { Section } from './section';

const DAYS = dayNames('en');

export function WeekParts() {
  const [week, setWeek] = useState(
    Array.from({ length: WEEK }, (_, hour) => (hour % 24 >= 18 && hour % 24 < 21 ? '1' : '0')).join(''),
  );
  return (
    <Section
      title="Free time"
      about="Tone is how many are free, the outline where all are. Your own week is painted: drag, or arrows and Space."
    >
      <div className="cols3">
        <FreeGrid counts={FREE} members={4} label="Common free time, 4 hours: Sat 12–16" />
        <FreeWeek counts={FREE} members={4} label="Common free time by day, 4 hours: Sat 12–16" days={DAYS} />
        <WeekPaint
          week={week}
          onChange={setWeek}
          label="My week"
          days={DAYS}
          say={(day, hour, free) => `${DAYS[day]} ${hour}:00, ${free ? 'free' : 'busy'}`}
        />
      </div>
    </Section>
  );
}
