'use client';
import type { RunPoint } from '@tailcamp/contracts';
import type { NamedGroup } from '@tailcamp/matching';
import { useEffect, useRef, useState } from 'react';
import { call } from '@/lib/api';
import { inWords } from '@/lib/api/problem';
import { useAnswers, useRead } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { toast } from '@/ui/toast-store';
import { isHeld, movedBetween } from './arrangement';
import type { SolveStep } from './engine/engine';
import type { Desk } from './use-desk';

/** A cohort up to so many students is solved in the browser; a larger one by a run on the server (docs/adr/0205). */
const BROWSER_MOST = 1000;
const A_SEED_BELOW = 2 ** 31;

/** How far solving in the browser has come. */
export interface Solving {
  curve: RunPoint[];
  phase: SolveStep['phase'];
  moves: number;
  of: number;
}

export interface SolveRest {
  /** In the browser; null when none is going. */
  here: Solving | null;
  /** The run that solves on the server; null when none is going. */
  there: string | null;
  busy: boolean;
  solve: () => void;
  stop: () => void;
}

/** Arranges anew whoever is not locked: an edit like any other, so it can be undone. */
export function useSolveRest(desk: Desk): SolveRest {
  const t = useT();
  const { put, refresh } = useAnswers();
  const { now, run, scenario, engine } = desk;
  const [here, setHere] = useState<Solving | null>(null);
  const [there, setThere] = useState<string | null>(scenario.solving);
  const stopping = useRef<AbortController | null>(null);
  useEffect(() => () => stopping.current?.abort(), []);

  const take = (groups: readonly NamedGroup[]) => {
    const arranged = groups.map(({ name, members }) => ({ name, members: [...members] }));
    const moved = movedBetween(now.groups, arranged).size;
    if (moved === 0) toast(t('whatIf.solveSame'));
    else desk.edit({ ...now, groups: arranged }, t('whatIf.didSolve', { count: moved }));
  };

  const solveHere = async () => {
    if (engine === null) return;
    stopping.current = new AbortController();
    setHere({ curve: [], phase: 'construct', moves: 0, of: 0 });
    try {
      const groups = await engine.solve({ groups: now.groups, locked: now.locked }, aSeed(), {
        signal: stopping.current.signal,
        onProgress: (step) => setHere((before) => before && withStep(before, step)),
      });
      take(groups);
    } catch (error) {
      if (!stopping.current.signal.aborted) toast(t('whatIf.solveFailed', { reason: inWords(error) }), { tone: 'bad' });
    } finally {
      setHere(null);
    }
  };

  const solveThere = async () => {
    const version = await desk.flush();
    if (version === null) return;
    try {
      const { campId, id: scenarioId } = scenario;
      const begun = await call('scenarios.solve', { campId, scenarioId, version, seed: aSeed() });
      put('matching.get', { campId, runId: begun.id }, begun);
      refresh('matching.list');
      setThere(begun.id);
    } catch (error) {
      toast(t('whatIf.solveFailed', { reason: inWords(error) }), { tone: 'bad' });
    }
  };

  const asked = { campId: run.campId, runId: there ?? run.id };
  const { data: solving } = useRead('matching.get', asked, { enabled: there !== null });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the run is over
  useEffect(() => {
    if (there === null || solving?.id !== there || solving.state === 'queued' || solving.state === 'running') return;
    setThere(null);
    if (solving.report !== null) take(solving.report.groups);
    else if (solving.problem) toast(t('whatIf.solveFailed', { reason: solving.problem }), { tone: 'bad' });
  }, [there, solving]);

  const busy = here !== null || there !== null;
  return {
    here,
    there,
    busy,
    stop: () => stopping.current?.abort(),
    solve: () => {
      if (busy) return;
      if (now.groups.every(({ members }) => members.every((member) => isHeld(now, member)))) {
        toast(t('whatIf.allLocked'));
        return;
      }
      void (run.students <= BROWSER_MOST ? solveHere() : solveThere());
    },
  };
}

const aSeed = () => Math.floor(Math.random() * A_SEED_BELOW);

function withStep(before: Solving, { phase, moves, of, seconds, best, hardViolations }: SolveStep): Solving {
  return { phase, moves, of, curve: [...before.curve, { seconds, moves, best, hardViolations }] };
}
