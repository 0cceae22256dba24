import type { DraftSource, DraftWish } from '@tailcamp/contracts';
import type { GivenText } from './drafted-text.js';
import { firstSentences } from './sections.js';

/** A skill that is to be taught or used. */
export interface WantedSkill {
  id: string;
  title: string;
  description: string;
}

const MOST_AIMS = 4;
const QUOTED = 240;
/** What an exercise has beside its example, and where it is taken from. */
const OF_EXERCISE = ['Your turn', 'One solution'] as const;

/**
 * A lesson without a model: what its neighbours say, put in order, with their example. It says itself that it is an
 * outline, so that nobody takes it for a lesson.
 * @param aims objectives of neighbouring lessons, those of the skill itself first
 */
export function lessonOutline(
  wish: Extract<DraftWish, { what: 'lesson' }>,
  skill: WantedSkill,
  sources: readonly DraftSource[],
  aims: readonly string[],
): GivenText {
  const [example] = sources.filter(({ heading }) => heading === 'Worked example');
  const said = sources.filter(({ heading }) => heading !== 'Worked example' && !isOfExercise(heading));
  const sections = [
    {
      heading: '',
      text: [
        'This is an outline, put together from lessons of this camp. Tell each part in words of your own.',
        skill.description,
        ...(wish.purpose === '' ? [] : [`What it is for: ${wish.purpose}`]),
      ].join('\n\n'),
    },
    { heading: 'What there is to tell', text: said.map(quoted).join('\n') },
    {
      heading: 'Worked example',
      text: example === undefined ? '' : `As *${example.title}* shows it [${example.n}]:\n\n${example.text}`,
    },
    ...(wish.kind === 'exercise' ? OF_EXERCISE.map((heading) => takenFrom(heading, sources)) : []),
  ];
  return { title: `Outline: ${skill.title}`.slice(0, 90), objectives: aims.slice(0, MOST_AIMS), sections };
}

const isOfExercise = (heading: string) => OF_EXERCISE.some((one) => one === heading);

const quoted = ({ n, title, heading, text }: DraftSource): string =>
  `- *${title}*${heading === '' ? '' : `, ${heading}`}: ${firstSentences(text, QUOTED)} [${n}]`;

function takenFrom(heading: string, sources: readonly DraftSource[]) {
  const source = sources.find((one) => one.heading === heading);
  return { heading, text: source === undefined ? '' : `As in *${source.title}* [${source.n}]:\n\n${source.text}` };
}

/** What people in a group look after, beside a skill each. */
const LOOKED_AFTER = [
  'what is agreed and by when',
  'what is tested and how',
  'how it is shown to others',
  'how it reads',
];

/**
 * A project brief without a model: the skills spread over its weeks in the order given, a role for each person, and
 * criteria that are the objectives of the lessons of these skills.
 * @param skills what each rests on before it
 * @param aims skill → objectives of its lessons, each with the number of its source
 */
export function briefOutline(
  wish: Extract<DraftWish, { what: 'brief' }>,
  skills: readonly WantedSkill[],
  aims: ReadonlyMap<string, readonly { aim: string; n: number | null }[]>,
): GivenText {
  const titles = skills.map(({ title }) => title);
  const cite = (n: number | null) => (n === null ? '' : ` [${n}]`);
  const firstOf = ({ id }: WantedSkill) => aims.get(id)?.[0];
  const goal = [
    'This is an outline, put together from the skills of this camp. Say in words of your own what is to be built.',
    ...(wish.purpose === '' ? [] : [wish.purpose]),
    'It is built with these skills:',
    skills
      .map(
        (skill) => `- *${skill.title}*: ${firstSentences(skill.description, QUOTED)}${cite(firstOf(skill)?.n ?? null)}`,
      )
      .join('\n'),
  ];
  const weeks = Array.from({ length: wish.weeks }, (_, week) => {
    const isLast = wish.weeks > 1 && week === wish.weeks - 1;
    const building = Math.max(1, wish.weeks - 1);
    const due = skills.filter((_, at) => Math.floor((at * building) / skills.length) === week);
    const what = isLast
      ? 'show it to another group, mend what they stumble over'
      : due.length > 0
        ? due.map((skill) => `${skill.title}${cite(firstOf(skill)?.n ?? null)}`).join(', ')
        : 'go on with what is begun, and show how far it is';
    return `- **Week ${week + 1}**: ${what}`;
  });
  const roles = Array.from({ length: wish.people }, (_, person) => {
    const skill = skills[person % skills.length];
    const duty = LOOKED_AFTER[person % LOOKED_AFTER.length];
    return `- **Person ${person + 1}** looks after ${skill?.title ?? titles[0]}, and after ${duty}`;
  });
  const criteria = skills.flatMap(({ id }) => (aims.get(id) ?? []).map(({ aim, n }) => `- ${aim}${cite(n)}`));
  return {
    title: `Project: ${titles.join(', ')}`.slice(0, 90),
    objectives: [],
    sections: [
      { heading: 'Goal', text: goal.join('\n\n') },
      { heading: 'Milestones', text: weeks.join('\n') },
      { heading: 'Roles', text: roles.join('\n') },
      { heading: 'Acceptance criteria', text: criteria.join('\n') },
    ],
  };
}
