'use client';
import { Redo2, RefreshCw, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useT } from '@/lib/i18n/provider';
import { Button, IconButton } from '@/ui/button';
import { classes } from '@/ui/class-names';
import { PublishScenario } from './publish-scenario';
import { isNothing, signed } from './signed';
import type { SolveRest } from './solve-rest';
import type { Desk } from './use-desk';

/** The actions on the whole scenario: back and forth, what it has come to, solve the rest, publish. */
export function ScenarioFoot({ desk, rest }: { desk: Desk; rest: SolveRest }) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const { undoes, redoes, undo, redo, run } = desk;
  useKeys({ undo, redo, solve: rest.solve });
  const students = t('count.students', { count: run.students });
  return (
    <>
      <div className="row undo">
        <IconButton
          icon={Undo2}
          label={undoes === null ? t('whatIf.nothingToUndo') : t('whatIf.undoStep', { step: undoes })}
          aria-disabled={undoes === null || undefined}
          onClick={undo}
        />
        <IconButton
          icon={Redo2}
          label={redoes === null ? t('whatIf.nothingToRedo') : t('whatIf.redoStep', { step: redoes })}
          aria-disabled={redoes === null || undefined}
          onClick={redo}
        />
      </div>
      <p className="grow note clip">
        <Sum desk={desk} />
      </p>
      <Button icon={RefreshCw} busy={rest.busy} onClick={rest.solve} disabled={desk.engine === null}>
        {t('whatIf.solve')}
        <span className="wide"> {t('whatIf.solveRest')}</span>
        <kbd className="wide">R</kbd>
      </Button>
      <Button tone="primary" onClick={() => setAsking(true)} disabled={desk.standing === null}>
        {t('whatIf.publish')}
        <span className="wide"> {t('whatIf.publishTo', { students })}</span>
      </Button>
      <PublishScenario desk={desk} open={asking} onClose={() => setAsking(false)} />
    </>
  );
}

/** How many changes, and what they did to the worst group and to the camp; the preview's while somebody is lifted. */
function Sum({ desk }: { desk: Desk }) {
  const t = useT();
  const { shown, run, steps, saving } = desk;
  const report = run.report;
  const worst = shown === null ? 0 : shown.worst - (run.worst ?? 0);
  const camp = shown === null || report === null ? 0 : shown.objective - report.objective;
  const broken = shown?.hardViolations.length ?? 0;
  return (
    <>
      <b>{steps === 0 ? t('whatIf.noSteps') : t('whatIf.steps', { count: steps })}</b>{' '}
      <span className="muted num wide">
        · {isNothing(worst) ? t('whatIf.worstSame') : t('whatIf.worst', { change: signed(worst) })} ·{' '}
        {t('whatIf.camp', { change: signed(camp, 4) })}
      </span>
      {broken > 0 && <span className="bad num"> · {t('whatIf.broken', { count: broken })}</span>}
      <span className={classes('muted', 'wide')} aria-live="polite">
        {' '}
        · {t(`whatIf.${saving === 'stale' ? 'failed' : saving}`)}
      </span>
    </>
  );
}

/** ⌘Z undoes, ⇧⌘Z does again, `R` solves the rest. */
function useKeys({ undo, redo, solve }: { undo: () => void; redo: () => void; solve: () => void }): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const { target, key } = event;
      if (target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return;
      if (document.querySelector('dialog[open]') !== null) return;
      const command = event.metaKey || event.ctrlKey;
      if (command && key.toLowerCase() === 'z') {
        event.preventDefault();
        if (event.shiftKey) redo();
        else undo();
      } else if (key === 'r' && !command && !event.altKey) solve();
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, [undo, redo, solve]);
}
