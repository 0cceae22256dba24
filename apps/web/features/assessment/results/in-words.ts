import type { SkillMastery } from '@tailcamp/contracts';
import type { MessageKey, Translate } from '@/lib/i18n/translate';

/** As probable as this a skill is said to be mastered, or not yet. */
const MASTERED = 0.8;
const MISSING = 0.35;
/** Names in a sentence before the rest is left to the list. */
const NAMED = 3;

/**
 * A profile in two or three sentences: what is sure, where the next step lies, and what was only inferred. The next
 * step is the skill of lowest level that is not mastered yet, for what is above it rests on it.
 */
export function skillsInWords(t: Translate, skills: readonly SkillMastery[]): readonly string[] {
  const sure = skills.filter(({ mastery }) => mastery >= MASTERED);
  const missing = skills
    .filter(({ mastery }) => mastery <= MISSING)
    .toSorted((a, b) => a.level - b.level || b.mastery - a.mastery);
  const between = skills
    .filter(({ mastery }) => mastery > MISSING && mastery < MASTERED)
    .toSorted((a, b) => b.mastery - a.mastery);
  const inferred = skills.filter(({ evidence }) => evidence === 'inferred').length;
  const next = between.length > 0 ? between : missing;
  const sentences: string[] = [];
  if (sure.length > 0) {
    sentences.push(
      t('words.sure', {
        skills: names(
          t,
          sure.toSorted((a, b) => b.level - a.level),
        ),
        count: sure.length,
      }),
    );
  }
  if (next.length > 0) sentences.push(t('words.next', { skills: names(t, next) }));
  else if (sure.length === skills.length && skills.length > 0) sentences.push(t('words.all'));
  if (inferred > 0) sentences.push(t('words.inferred', { count: inferred }));
  return sentences;
}

function names(t: Translate, skills: readonly SkillMastery[]): string {
  const shown = skills.slice(0, NAMED).map(({ title }) => title);
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : t('words.and', { some: shown.join(', '), last });
}

/** Where an ability lies among learners, a normal population: about a sixth, a fifth, a third, a fifth and a tenth of them. */
export function levelOf(ability: number): MessageKey & `level.${string}` {
  if (ability < -1) return 'level.beginning';
  if (ability < -0.4) return 'level.feet';
  if (ability < 0.5) return 'level.most';
  return ability < 1.3 ? 'level.well' : 'level.experienced';
}
