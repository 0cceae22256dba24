'use client';
import type { Policy, RunInput } from '@tailcamp/contracts';
import type { Evaluation, NamedGroup } from '@tailcamp/matching';
import { useEffect, useRef, useState } from 'react';
import type { Preview } from './engine/desk';
import { Engine } from './engine/engine';

type Opened = { engine: Engine; version: string; error: null } | { engine: null; version: null; error: string | null };
const OPENING: Opened = { engine: null, version: null, error: null };

/** The engine in its worker, opened anew where the policy is another. */
export function useEngine(input: RunInput, policy: Policy): Opened {
  const [opened, setOpened] = useState<Opened>(OPENING);
  useEffect(() => {
    let gone = false;
    let close = () => {};
    setOpened(OPENING);
    Engine.open(input, policy).then(
      ({ engine, version }) => {
        close = () => engine.close();
        if (gone) close();
        else setOpened({ engine, version, error: null });
      },
      (error: unknown) => {
        if (!gone) setOpened({ engine: null, version: null, error: String((error as Error).message ?? error) });
      },
    );
    return () => {
      gone = true;
      close();
    };
  }, [input, policy]);
  return opened;
}

/** The scores of the groups as they stand; those before, until the new ones have come. */
export function useScores(engine: Engine | null, groups: readonly NamedGroup[]): Evaluation | null {
  const [scores, setScores] = useState<Evaluation | null>(null);
  useEffect(() => {
    if (engine === null) return;
    let gone = false;
    engine.ask('score', { groups }).then(
      (evaluation) => gone || setScores(evaluation),
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [engine, groups]);
  return scores;
}

/** What these groups would come to; null while none are asked about, or the answer is still to come. */
export function usePreview(engine: Engine | null, groups: readonly NamedGroup[] | null): Preview | null {
  const [preview, setPreview] = useState<Preview | null>(null);
  const asked = useRef(0);
  useEffect(() => {
    asked.current += 1;
    const mine = asked.current;
    setPreview(null);
    if (engine === null || groups === null) return;
    engine.ask('preview', { groups }).then(
      (answer) => mine === asked.current && setPreview(answer),
      () => {},
    );
  }, [engine, groups]);
  return preview;
}
