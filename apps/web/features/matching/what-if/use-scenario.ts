'use client';
import type { Scenario } from '@tailcamp/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '@/lib/api';
import { ApiError, isCode } from '@/lib/api/problem';
import { useAnswers } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { toast, useToasts } from '@/ui/toast-store';
import { type Arrangement, stillThere } from './arrangement';
import { Autosave, type SaveState } from './autosave';
import { begin, done, type History, redone, undone } from './history';

export interface Editing {
  now: Arrangement;
  /** Steps made and not undone. */
  steps: number;
  /** The step that would be undone, and the one that would be done again. */
  undoes: string | null;
  redoes: string | null;
  saving: SaveState;
  /** What somebody else has saved meanwhile, until one of the two is chosen. */
  theirs: Scenario | null;
  edit: (next: Arrangement, words: string) => void;
  undo: () => void;
  redo: () => void;
  /** Saves at once. @returns the version that is saved, null where it could not be */
  flush: () => Promise<number | null>;
  takeTheirs: () => void;
  keepMine: () => void;
}

export const arrangementOf = ({ name, groups, locked, policy }: Scenario): Arrangement => ({
  name,
  groups,
  locked,
  policy,
});

/** One sitting at a scenario: edits with their way back, each saved soon after. */
export function useScenario(scenario: Scenario): Editing {
  const t = useT();
  const { put, refresh } = useAnswers();
  const { campId, id: scenarioId } = scenario;
  const [history, setHistory] = useState<History<Arrangement>>(() => begin(arrangementOf(scenario)));
  const [saving, setSaving] = useState<SaveState>('saved');
  const [theirs, setTheirs] = useState<Scenario | null>(null);
  const [autosave] = useState(
    () =>
      new Autosave<Arrangement>({
        saved: history.now,
        version: scenario.version,
        send: async (value, version) => {
          const groups = value.groups.map(({ name, members }) => ({ name, members }));
          const saved = await call('scenarios.save', { ...value, groups, campId, scenarioId, version });
          put('scenarios.get', { campId, scenarioId }, saved);
          refresh('scenarios.list');
          return saved.version;
        },
        isStale: (error) => {
          if (!isCode(error, 'stale') || !(error instanceof ApiError)) return false;
          setTheirs(error.problem.current as Scenario);
          return true;
        },
        onState: setSaving,
      }),
  );
  useEffect(() => autosave.change(history.now), [autosave, history.now]);
  const said = useRef<number[]>([]);
  useEffect(
    () => () => {
      void autosave.flush();
      // A way back that leads nowhere any more is not left behind.
      for (const id of said.current) useToasts.getState().dismiss(id);
    },
    [autosave],
  );

  useEffect(() => {
    // Told by the stream, while nothing of ours is on its way.
    if (saving === 'saved' && scenario.version > autosave.version) setTheirs(scenario);
  }, [autosave, saving, scenario]);

  const undo = useCallback(() => setHistory(undone), []);
  const redo = useCallback(() => setHistory(redone), []);
  const edit = useCallback<Editing['edit']>(
    (next, words) => {
      setHistory((history) => done(history, { ...next, locked: stillThere(next.locked, next.groups) }, words));
      said.current.push(toast(words, { action: { label: t('action.undo'), run: undo } }));
    },
    [t, undo],
  );
  const flush = useCallback(async () => ((await autosave.flush()) ? autosave.version : null), [autosave]);
  const settle = (keep: boolean) => {
    if (theirs === null) return;
    if (keep) autosave.adopt(theirs.version);
    else {
      const next = arrangementOf(theirs);
      autosave.adopt(theirs.version, next);
      setHistory(begin(next));
    }
    setTheirs(null);
  };
  return {
    now: history.now,
    steps: history.past.length,
    undoes: history.past.at(-1)?.words ?? null,
    redoes: history.future[0]?.words ?? null,
    saving,
    theirs,
    edit,
    undo,
    redo,
    flush,
    takeTheirs: () => settle(false),
    keepMine: () => settle(true),
  };
}
