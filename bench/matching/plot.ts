import type { Target } from './section.js';

const ROW = 34;
const LABEL = 430;
const WIDTH = 900;
/** The longest bar shows half as much again as was wanted. */
const MOST = 1.5;

/**
 * What was measured, in what was wanted of it, as a picture: a bar for each target, a line where it is just met. Beyond the line is better
 * for a figure that is wanted large, short of it for one that is wanted small; the colour says which targets are met.
 */
export function plotTargets(title: string, targets: readonly Target[]): string {
  const height = 60 + ROW * targets.length;
  const unit = (WIDTH - LABEL - 110) / MOST;
  const line = LABEL + unit;
  const rows = targets.map(({ number, what, measured, wanted, met }, at) => {
    const [bound, sign] = 'atLeast' in wanted ? [wanted.atLeast, '≥'] : [wanted.atMost, '≤'];
    const width = Math.max(1, Math.min(MOST, bound === 0 ? (measured === 0 ? 0 : MOST) : measured / bound) * unit);
    const y = 46 + ROW * at;
    const figures = `${figure(measured)} (${sign} ${figure(bound)})`;
    return `  <text x="${LABEL - 12}" y="${y + 15}" text-anchor="end">${escapeText(`${number}. ${what}`)}</text>
  <rect x="${LABEL}" y="${y}" width="${width.toFixed(1)}" height="20" rx="3" fill="${met ? '#2f7d5b' : '#b3452f'}"/>
  <text x="${(LABEL + width + 8).toFixed(1)}" y="${y + 15}" class="small">${escapeText(figures)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeText(title)}">
  <style>text { font: 14px system-ui, sans-serif; fill: #1d2733 } .small { font-size: 12px } .title { font-weight: 600 }</style>
  <rect width="100%" height="100%" fill="#ffffff"/>
  <text x="16" y="26" class="title">${escapeText(title)}</text>
${rows.join('\n')}
  <line x1="${line.toFixed(1)}" x2="${line.toFixed(1)}" y1="38" y2="${height - 12}" stroke="#1d2733" stroke-dasharray="4 3"/>
</svg>
`;
}

function figure(value: number): string {
  return Math.abs(value) >= 1000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(4)));
}

function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
