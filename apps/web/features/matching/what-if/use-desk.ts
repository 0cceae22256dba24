'use client';
import type { HardViolation, MatchedGroup, Policy, Run, Scenario } from '@tailcamp/contracts';
import type { Evaluation } from '@tailcamp/matching';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Output } from '@/lib/api/names';
import { useT } from '@/lib/i18n/provider';
import { movedBetween, type Seat, seated } from './arrangement';
import type { Engine } from './engine/engine';
import { useEngine, usePreview, useScores } from './use-engine';
import { type Lift, type Lifting, useLift } from './use-lift';
import { type Editing, useScenario } from './use-scenario';

export interface Desk extends Editing {
  run: Run;
  scenario: Scenario;
  policy: Policy;
  names: Readonly<Record<string, string>>;
  engine: Engine | null;
  /** Why there is no engine. */
  refused: string | null;
  version: string | null;
  /** The scores as they stand, and, while somebody is held over a seat, as they would be. Null until the first have come. */
  standing: Evaluation | null;
  shown: Evaluation | null;
  lifting: Lifting;
  /** Who is in another group than in the run. */
  changed: ReadonlySet<string>;
  opened: string | null;
  open: (name: string | null) => void;
  /** The student whose places are asked for. */
  asked: string | null;
  ask: (member: string | null) => void;
  order: readonly string[];
  setOrder: (order: readonly string[]) => void;
  seat: (member: string, seat: Seat) => void;
  /** How a group stands now, where what is shown of it would be otherwise. */
  before: (name: string) => MatchedGroup | null;
  seatsOf: (name: string) => readonly string[];
  /** The first rule that a group breaks as it is shown, in words. */
  brokenIn: (name: string) => HardViolation | null;
}

/** Everything on the desk of one scenario: what was edited, what it scores, and who is in the hand. */
export function useDesk(run: Run, scenario: Scenario, input: Output<'scenarios.input'>): Desk {
  const t = useT();
  const editing = useScenario(scenario);
  const { now, edit } = editing;
  const policy = now.policy ?? run.policy;
  const { engine, version, error: refused } = useEngine(input, policy);
  const standing = useScores(engine, now.groups);
  // The worst group is open from the start, until somebody closes it or opens another.
  const [opened = null, setOpened] = useState<string | null>();
  const [asked, ask] = useState<string | null>(null);
  const [order, setOrder] = useState<readonly string[]>([]);
  const { names } = run;

  useEffect(() => {
    // Kept where they are while they change; only a first look, or asking for it, puts the worst first.
    if (standing === null) return;
    setOrder((kept) => inOrder(standing, kept));
    setOpened((kept) => (kept === undefined ? (worstFirst(standing)[0] ?? null) : kept));
  }, [standing]);

  const seat = (member: string, at: Seat) => {
    const groups = seated(now.groups, member, at, policy.groups !== undefined);
    const name = names[member] ?? member;
    const words =
      at.with === null
        ? t('whatIf.didMove', { name, group: at.group })
        : t('whatIf.didSwap', { name, other: names[at.with] ?? at.with });
    edit({ ...now, groups }, words);
  };
  const focusNext = useRef<string | null>(null);
  const dropped = ({ member, by }: Lift, at: Seat) => {
    if (by === 'keys') focusNext.current = member;
    seat(member, at);
  };
  const lifting = useLift({ arrangement: now, policy, order, onDrop: dropped });
  useEffect(() => {
    if (focusNext.current === null || now.groups.length === 0) return;
    const row = document.querySelector<HTMLElement>(`[data-member="${CSS.escape(focusNext.current)}"] .grip`);
    focusNext.current = null;
    row?.focus();
  }, [now.groups]);

  const { lift } = lifting;
  const keepsEmpty = policy.groups !== undefined;
  const trial = useMemo(
    () => (lift?.seat ? seated(now.groups, lift.member, lift.seat, keepsEmpty) : null),
    [now.groups, lift?.member, lift?.seat, keepsEmpty],
  );
  const preview = usePreview(engine, trial);
  const shown = useMemo(() => {
    if (standing === null || preview === null) return standing;
    const fresh = new Map(preview.groups.map((group) => [group.name, group]));
    const groups = standing.groups.map((group) => fresh.get(group.name) ?? group);
    return { ...preview, groups };
  }, [standing, preview]);

  const changed = useMemo(() => movedBetween(run.report?.groups ?? [], now.groups), [run.report, now.groups]);
  return {
    ...editing,
    run,
    scenario,
    policy,
    names,
    engine,
    refused,
    version,
    standing,
    shown,
    lifting,
    changed,
    opened,
    open: setOpened,
    asked,
    ask,
    order,
    setOrder,
    seat,
    before: (name) => {
      const now = shown?.groups.find((group) => group.name === name);
      const stands = standing?.groups.find((group) => group.name === name);
      return now === stands ? null : (stands ?? null);
    },
    seatsOf: (name) => now.groups.find((group) => group.name === name)?.members ?? [],
    brokenIn: (name) => shown?.hardViolations.find(({ group }) => group === name) ?? null,
  };
}

/** Worst first, those that were in order before keeping their places. */
function inOrder({ groups }: Evaluation, kept: readonly string[]): readonly string[] {
  const there = new Set(groups.map(({ name }) => name));
  const standing = kept.filter((name) => there.has(name));
  const fresh = worstFirst({ groups }).filter((name) => !standing.includes(name));
  return standing.length === kept.length && fresh.length === 0 ? kept : [...standing, ...fresh];
}

export const worstFirst = ({ groups }: Pick<Evaluation, 'groups'>): string[] =>
  [...groups].sort((a, b) => a.score - b.score).map(({ name }) => name);
