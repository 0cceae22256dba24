'use client';
import type { CampSkill } from '@tailcamp/contracts';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useT } from '@/lib/i18n/provider';
import { classes } from '@/ui/class-names';
import { layersOf, type Place, stepFrom } from './layers';

const [WIDTH, HEIGHT, ACROSS, DOWN, EDGE] = [164, 56, 208, 68, 12];

/**
 * The skills of a track in layers: to the left what rests on nothing, and a line from each to what rests on it. The boxes
 * are buttons, which arrow keys lead along the lines.
 */
export function SkillMap(props: {
  skills: readonly CampSkill[];
  domains: readonly { id: string; title: string }[];
  onOpen: (id: string) => void;
}) {
  const t = useT();
  const { skills, domains } = props;
  const layers = useMemo(() => layersOf(skills), [skills]);
  const boxes = useRef(new Map<string, HTMLButtonElement>());
  const [lit, setLit] = useState<string | null>(null);
  const most = Math.max(1, ...layers.columns.map(({ length }) => length));
  const [width, height] = [
    layers.columns.length * ACROSS - (ACROSS - WIDTH) + 2 * EDGE,
    most * DOWN - (DOWN - HEIGHT) + 2 * EDGE,
  ];
  const left = ({ column }: Place) => EDGE + column * ACROSS;
  const top = ({ column, row }: Place) => EDGE + (row + (most - (layers.columns[column]?.length ?? 0)) / 2) * DOWN;
  const lines = skills.flatMap(({ id, requires }) =>
    requires.flatMap((needed) => {
      const [from, to] = [layers.places.get(needed), layers.places.get(id)];
      if (from === undefined || to === undefined) return [];
      const [x, y, endX, endY] = [left(from) + WIDTH, top(from) + HEIGHT / 2, left(to), top(to) + HEIGHT / 2];
      const bend = Math.min(56, (endX - x) / 2);
      const path = `M${x} ${y}C${x + bend} ${y} ${endX - bend} ${endY} ${endX} ${endY}`;
      return { key: `${needed} ${id}`, path, isLit: lit === needed || lit === id };
    }),
  );
  const key = (event: KeyboardEvent, id: string) => {
    const next = stepFrom(skills, layers, id, event.key);
    if (next === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    boxes.current.get(next)?.focus();
  };
  const nearLit = (id: string) => {
    const [one, other] = [skills.find((skill) => skill.id === lit), skills.find((skill) => skill.id === id)];
    return one?.requires.includes(id) || (lit !== null && other?.requires.includes(lit));
  };
  return (
    <section className="skill-map" aria-label={t('skillMap.graph')}>
      <p className="sr" id="skill-map-how">
        {t('skillMap.how')}
      </p>
      <div className="skill-ground" style={{ width, height }}>
        <svg width={width} height={height} aria-hidden="true">
          {lines
            .toSorted((a, b) => Number(a.isLit) - Number(b.isLit))
            .map(({ key: name, path, isLit }) => (
              <path key={name} className={isLit ? 'lit' : undefined} d={path} />
            ))}
        </svg>
        {layers.columns.flat().map((id) => {
          const skill = skills.find((each) => each.id === id);
          const place = layers.places.get(id);
          if (skill === undefined || place === undefined) return null;
          return (
            <button
              key={id}
              ref={(box) => {
                if (box === null) boxes.current.delete(id);
                else boxes.current.set(id, box);
              }}
              type="button"
              className={classes(
                'skill-box',
                `c${1 + (domains.findIndex((each) => each.id === skill.domain) % 8)}`,
                skill.source === 'camp' && 'own',
                nearLit(id) && 'near',
              )}
              style={{ left: left(place), top: top(place), width: WIDTH, height: HEIGHT }}
              aria-describedby="skill-map-how"
              onClick={() => props.onOpen(id)}
              onKeyDown={(event) => key(event, id)}
              onFocus={() => setLit(id)}
              onBlur={() => setLit(null)}
              onMouseEnter={() => setLit(id)}
              onMouseLeave={() => setLit(null)}
            >
              <b>
                <i className="dot" />
                {skill.title}
              </b>
              <span className="small muted num">
                {t('assess.questions', { count: skill.questions })}
                {skill.source === 'camp' && ` · ${t('skillMap.own')}`}
              </span>
            </button>
          );
        })}
      </div>
    </section>
  );
}

/** Which colour stands for which domain. */
export function DomainLegend({ domains }: { domains: readonly { id: string; title: string }[] }) {
  return (
    <p className="legend">
      {domains.map(({ id, title }, at) => (
        <span key={id} className={`c${1 + (at % 8)}`}>
          <i className="dot" />
          {title}
        </span>
      ))}
    </p>
  );
}
