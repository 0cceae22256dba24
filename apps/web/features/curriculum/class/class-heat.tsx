'use client';
import type { ClassCell, ClassPath } from '@tailcamp/contracts';
import Link from 'next/link';
import type { KeyboardEvent } from 'react';
import type { Output } from '@/lib/api/names';
import { useT } from '@/lib/i18n/provider';
import { Card } from '@/ui/card';
import { tone } from '@/ui/charts/heat-map';
import { classes } from '@/ui/class-names';
import { percent } from '@/ui/format';
import { Avatar } from '@/ui/marks';
import type { Extending } from './extend-dialog';

type Skills = Output<'classPaths.get'>['skills'];

interface ClassHeatProps {
  campId: string;
  skills: Skills;
  students: readonly ClassPath[];
  onExtend: (extending: Extending) => void;
}

/** Students by skills: tone for mastery, a large square once something was learnt for it, ember where somebody is stuck. */
export function ClassHeat({ campId, skills, students, onExtend }: ClassHeatProps) {
  const t = useT();
  const tracks = runsOf(skills);
  return (
    <Card
      title={t('classMap.heat')}
      className="map"
      end={
        <span className="legend" aria-hidden="true">
          <span>
            {t('classMap.mastery')}{' '}
            <svg width="92" height="12" aria-hidden="true">
              {[0, 1, 2, 3, 4, 5].map((step) => (
                <rect key={step} className={`q${step}`} x={step * 15.5} width="13" height="12" rx="3" />
              ))}
            </svg>
          </span>
          <span>
            <i className="stuck-i" />
            {t('classMap.stuckMark')}
          </span>
        </span>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key (WCAG 2.1.1) */}
      <section className="scroll" tabIndex={0} aria-label={t('classMap.heatLabel')}>
        <table className="heat" onKeyDown={walk}>
          <thead>
            <tr className="sk">
              <th scope="col">
                <div className="sortb">{t('classMap.student')}</div>
              </th>
              {skills.map((skill, at) => (
                <th key={skill.id} scope="col" className={tracks.has(at) ? 'sep' : undefined}>
                  <span>
                    <button
                      type="button"
                      className="heat-name"
                      title={t('classMap.column', {
                        skill: skill.title,
                        started: skill.started,
                        done: skill.done,
                        late: skill.late,
                      })}
                      onClick={() => onExtend({ skill: { id: skill.id, title: skill.title }, student: null })}
                    >
                      {skill.title}
                    </button>
                  </span>
                </th>
              ))}
              <th scope="col">
                <span>{t('classMap.doneOf')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {students.map((student) => (
              <Row
                key={student.memberId}
                campId={campId}
                skills={skills}
                tracks={tracks}
                student={student}
                onExtend={onExtend}
              />
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  );
}

interface RowProps {
  campId: string;
  skills: Skills;
  tracks: ReadonlySet<number>;
  student: ClassPath;
  onExtend: (extending: Extending) => void;
}

function Row({ campId, skills, tracks, student, onExtend }: RowProps) {
  const t = useT();
  const { memberId, name, stuck, cells, done, of } = student;
  const stuckOn = new Set(stuck.flatMap((one) => (one.kind === 'idle' ? [] : one.skill.id)));
  return (
    <tr className={stuck.length > 0 ? 'is-stuck' : undefined}>
      <th scope="row">
        <Link href={`/camps/${campId}/members/${memberId}/path`}>
          <Avatar of={{ id: memberId, name }} size="s" />
          <span className="clip nm">{name}</span>
        </Link>
      </th>
      {skills.map((skill, at) => {
        const cell = cells[at];
        return (
          <td key={skill.id} className={tracks.has(at) ? 'sep' : undefined}>
            {cell && (
              <Cell
                cell={cell}
                stuck={stuckOn.has(skill.id)}
                label={`${skill.title}: ${t(`classMap.state.${cell.state}`)}${cell.mastery === null ? '' : `, ${percent(cell.mastery)}`}${cell.late ? `, ${t('classMap.isLate')}` : ''}`}
                onPress={
                  cell.state === 'none' || cell.state === 'known' || cell.state === 'done'
                    ? undefined
                    : () => onExtend({ skill: { id: skill.id, title: skill.title }, student: { id: memberId, name } })
                }
              />
            )}
          </td>
        );
      })}
      <td className="mean num">{of > 0 ? `${done}/${of}` : '–'}</td>
    </tr>
  );
}

function Cell(props: { cell: ClassCell; stuck: boolean; label: string; onPress: (() => void) | undefined }) {
  const { cell, stuck, label, onPress } = props;
  const side = cell.state === 'done' || cell.state === 'known' ? 18 : cell.state === 'started' ? 14 : 9;
  const picture = (
    <svg viewBox="0 0 28 25" width="28" height="25" role="img" aria-label={label}>
      <title>{label}</title>
      {cell.mastery === null && cell.state === 'none' ? (
        <circle cx="14" cy="12.5" r="1.5" fill="var(--line-strong)" />
      ) : (
        <rect
          className={classes(`q${tone(cell.mastery ?? 0)}`)}
          x={14 - side / 2}
          y={12.5 - side / 2}
          width={side}
          height={side}
          rx="3.5"
        />
      )}
      {stuck && <rect className="stuckring" x="2" y="0.5" width="24" height="24" rx="5" />}
    </svg>
  );
  if (onPress === undefined) return picture;
  return (
    <button type="button" onClick={onPress} aria-label={label}>
      {picture}
    </button>
  );
}

/** Where the skills of another track begin, but for the first. */
function runsOf(skills: Skills): ReadonlySet<number> {
  return new Set(skills.flatMap(({ track }, at) => (at > 0 && skills[at - 1]?.track !== track ? [at] : [])));
}

/** Arrows move between cells that can be pressed, as in a sheet. */
function walk(event: KeyboardEvent<HTMLTableElement>): void {
  const cell = event.target instanceof HTMLElement ? event.target.closest('td') : null;
  const row = cell?.parentElement;
  if (!(row instanceof HTMLTableRowElement) || cell === null) return;
  const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
  if (step === undefined) return;
  const [down = 0, right = 0] = step;
  const rows = [...event.currentTarget.rows];
  let [y, x] = [rows.indexOf(row) + down, cell.cellIndex + right];
  for (; rows[y]?.cells[x] !== undefined; y += down, x += right) {
    const button = rows[y]?.cells[x]?.querySelector('button');
    if (!button) continue;
    event.preventDefault();
    button.focus();
    return;
  }
}
