import type { Criterion, Ease, FieldProblem, GroupSize, QueueSettings, QueueStep } from '@tailcamp/contracts';
import { acceptedAt, boundOf, columnOf, easedBound, type QueuePolicy, sizeAt } from './widening.js';

/** Rules that describe a good mix; what protects people (apart, together, notAlone) is never dropped unasked. */
const MAY_BE_DROPPED = new Set<Criterion['kind']>(['spread', 'gather', 'atLeast', 'atMost']);

/**
 * Settings for a policy that nobody wrote any for: first nearer bounds, then other sizes, then the mix. After half a day a
 * group of two without common hours is better than none; what protects people holds to the end.
 */
export function proposeSettings(policy: QueuePolicy): QueueSettings {
  const { min, max } = policy.groupSize;
  const wider = { min: Math.max(Math.min(2, min), min - 1), max: max + 1 };
  const first = easesOf(policy, (bound, kind) => (kind === 'overlap' ? bound - 1 : bound * 0.75));
  const last = easesOf(policy, (bound, kind) => (kind === 'overlap' ? 1 : bound * 0.5));
  const settings: QueueSettings = {
    mode: 'rounds',
    gatherMinutes: 5,
    steps: [
      { afterMinutes: 10, ease: first },
      { afterMinutes: 60, groupSize: wider, ease: [] },
      { afterMinutes: 240, ease: [...last, ...dropsOf(policy, isMix)] },
      { afterMinutes: 720, groupSize: { ...wider, min: Math.min(2, min) }, ease: dropsOf(policy, hasBound) },
    ],
    acceptMinutes: 30,
    expireMinutes: 48 * 60,
  };
  return fitted(settings, policy);
}

function easesOf({ criteria }: QueuePolicy, next: (bound: number, kind: Criterion['kind']) => number): Ease[] {
  return criteria.flatMap((rule, criterion): Ease[] => {
    const bound = boundOf(rule);
    if (!rule.hard || bound === null) return [];
    if (rule.kind === 'overlap') return [{ criterion, minBlocks: Math.max(1, Math.round(next(bound, rule.kind))) }];
    // A tolerance in σ eases by growing: half the strictness is twice the distance.
    if (rule.kind === 'balance') return [{ criterion, tolerance: round(bound * (bound / next(bound, rule.kind))) }];
    return [{ criterion, atLeast: round(next(bound, rule.kind)) }];
  });
}

const isMix = ({ kind }: Criterion) => MAY_BE_DROPPED.has(kind);
const hasBound = (criterion: Criterion) => boundOf(criterion) !== null;

const dropsOf = ({ criteria }: QueuePolicy, which: (criterion: Criterion) => boolean): Ease[] =>
  criteria.flatMap((rule, criterion) => (rule.hard && which(rule) ? [{ criterion, drop: true } as const] : []));

const round = (value: number): number => Math.round(value * 100) / 100;

/**
 * What is wrong with settings for a policy, by path inside `settings`. Each step must ease what stood before it: only then
 * does a group that keeps the rules of its least widened member keep those of all.
 */
export function settingsProblems(settings: QueueSettings, policy: QueuePolicy): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const { steps, expireMinutes, gatherMinutes } = settings;
  if (gatherMinutes >= expireMinutes) {
    problems.push({ field: 'settings.expireMinutes', message: 'A ticket would end before it could be grouped' });
  }
  steps.forEach((step, at) => {
    const path = `settings.steps.${at}`;
    const before = steps[at - 1]?.afterMinutes ?? 0;
    if (step.afterMinutes <= before) {
      problems.push({ field: `${path}.afterMinutes`, message: 'Each step comes later than the one before it' });
    } else if (step.afterMinutes >= expireMinutes) {
      problems.push({ field: `${path}.afterMinutes`, message: 'A ticket would end before it could widen so far' });
    }
    const wrongSize = sizeProblem(step, sizeAt(policy, steps, at));
    if (wrongSize !== null) problems.push({ field: `${path}.groupSize`, message: wrongSize });
    step.ease.forEach((ease, e) => {
      const wrong = easeProblem(ease, policy, standing(steps, at, e));
      if (wrong !== null) problems.push({ field: `${path}.ease.${e}`, message: wrong });
    });
  });
  return problems;
}

/** The settings as they fit another version of the policy: eases follow their criteria, those that ease nothing go. */
export function followPolicy(settings: QueueSettings, before: QueuePolicy, after: QueuePolicy): QueueSettings {
  const now = before.criteria.map((criterion) => after.criteria.findIndex((other) => same(criterion, other)));
  const steps = settings.steps.map((step) => ({
    ...step,
    ease: step.ease.flatMap((ease) => {
      const criterion = now[ease.criterion] ?? -1;
      return criterion === -1 ? [] : [{ ...ease, criterion }];
    }),
  }));
  return fitted({ ...settings, steps }, after);
}

/** Without sizes and eases that ease nothing, and without the steps that are left empty. */
function fitted(settings: QueueSettings, policy: QueuePolicy): QueueSettings {
  const steps: QueueStep[] = [];
  for (const { groupSize, ease, afterMinutes } of settings.steps) {
    const kept: QueueStep = { afterMinutes, ease: [] };
    steps.push(kept);
    const at = steps.length - 1;
    if (groupSize !== undefined && sizeProblem({ groupSize }, sizeAt(policy, steps, at)) === null) {
      kept.groupSize = groupSize;
    }
    for (const one of ease) {
      if (easeProblem(one, policy, standing(steps, at, kept.ease.length)) === null) kept.ease.push(one);
    }
    if (kept.ease.length === 0 && kept.groupSize === undefined) steps.pop();
  }
  return { ...settings, steps };
}

/** The steps before an ease: whole ones, and of its own step the eases that stand before it. */
function standing(steps: readonly QueueStep[], at: number, ease: number): QueueStep[] {
  return [...steps.slice(0, at), { afterMinutes: 0, ease: steps[at]?.ease.slice(0, ease) ?? [] }];
}

function sizeProblem({ groupSize }: Pick<QueueStep, 'groupSize'>, before: GroupSize): string | null {
  if (groupSize === undefined) return null;
  if (groupSize.min > groupSize.max) return 'The smallest size is above the largest';
  const same = groupSize.min === before.min && groupSize.max === before.max;
  if (!same && groupSize.min <= before.min && groupSize.max >= before.max) return null;
  return `Sizes widen: they hold ${before.min} to ${before.max} and more`;
}

function easeProblem(ease: Ease, policy: QueuePolicy, before: readonly QueueStep[]): string | null {
  const criterion = policy.criteria[ease.criterion];
  const rule = acceptedAt(policy, before, before.length)[ease.criterion];
  if (criterion === undefined || rule === undefined) return 'The policy has no such criterion';
  if (!criterion.hard) return 'Only what must hold can be eased';
  if (rule.dropped) return 'It is dropped before';
  if ('drop' in ease) return null;
  const fits = { overlap: 'minBlocks', similar: 'atLeast', diverse: 'atLeast', balance: 'tolerance' } as const;
  const wanted = criterion.kind in fits ? fits[criterion.kind as keyof typeof fits] : null;
  if (wanted === null) return `"${criterion.kind}" has no bound; it can only be dropped`;
  if (!(wanted in ease)) return `"${criterion.kind}" is eased by "${wanted}"`;
  const [from, to] = [rule.accepted ?? 0, easedBound(ease)];
  if (wanted === 'tolerance' ? to > from : to < from) return null;
  return wanted === 'tolerance' ? `It eases by being above ${from}` : `It eases by being below ${from}`;
}

const same = (a: Criterion, b: Criterion): boolean => identityOf(a) === identityOf(b);
function identityOf(criterion: Criterion): string {
  const values = 'values' in criterion ? criterion.values : undefined;
  const value = 'value' in criterion ? criterion.value : undefined;
  return JSON.stringify([criterion.kind, columnOf(criterion), value ?? null, values ?? null]);
}
