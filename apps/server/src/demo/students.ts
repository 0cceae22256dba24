import type { Profile } from '@tailcamp/contracts';
import { Random } from '../kernel/random.js';
import { PLACES, type Place } from './places.js';
import { LIVES, paintWeek } from './week.js';

export interface DemoStudent {
  name: string;
  email: string;
  answers: Record<string, string>;
  profile: Profile;
}

/** What people of a field care about; interests of one person mostly come from one. */
const FIELDS = [
  {
    background: 'Computer science',
    level: [3, 5],
    interests: ['Web apps', 'Open source', 'Distributed systems', 'Developer tools', 'Security'],
    roles: ['Backend', 'Frontend', 'Infrastructure'],
  },
  {
    background: 'Design',
    level: [1, 3],
    interests: ['Accessibility', 'Illustration', 'Web apps', 'Games', 'Typography'],
    roles: ['Design', 'Frontend', 'Research'],
  },
  {
    background: 'Mathematics',
    level: [2, 4],
    interests: ['Machine learning', 'Data visualisation', 'Finance', 'Puzzles', 'Open source'],
    roles: ['Data', 'Backend', 'Testing'],
  },
  {
    background: 'Business',
    level: [1, 2],
    interests: ['Finance', 'Social impact', 'Marketplaces', 'Education', 'Climate'],
    roles: ['Product', 'Research', 'Writing'],
  },
  {
    background: 'Life sciences',
    level: [1, 3],
    interests: ['Health', 'Climate', 'Machine learning', 'Data visualisation', 'Education'],
    roles: ['Data', 'Research', 'Product'],
  },
  {
    background: 'Humanities',
    level: [1, 3],
    interests: ['Education', 'Social impact', 'Languages', 'Music', 'Accessibility'],
    roles: ['Writing', 'Product', 'Design'],
  },
  {
    background: 'Engineering',
    level: [2, 4],
    interests: ['Robotics', 'Maps', 'Climate', 'Games', 'Developer tools'],
    roles: ['Backend', 'Infrastructure', 'Testing'],
  },
] as const;
const GOALS = [
  'Build a portfolio',
  'Find a first job',
  'Change career',
  'Learn to work in a team',
  'Start a company',
  'Contribute to open source',
  'Ship something real',
];
const GENDERS = [
  ['woman', 44],
  ['man', 47],
  ['non-binary', 6],
  ['prefer not to say', 3],
] as const;

/** Everybody of the demo camp. */
export function makeStudents(count: number, seed: number): DemoStudent[] {
  const random = new Random(seed);
  const taken = new Set<string>();
  const students = Array.from({ length: count }, () => makeStudent(random, taken));
  addWishes(random, students);
  return students;
}

function makeStudent(random: Random, taken: Set<string>): DemoStudent {
  const place = random.weighted(PLACES);
  const gender = random.weighted(GENDERS);
  const name = newName(random, place, gender, taken);
  const field = random.pick(FIELDS);
  const elsewhere = random.pick(FIELDS);
  const interests = [
    ...random.some(field.interests, random.between(2, 3)),
    ...random.some(elsewhere.interests, random.between(0, 2)),
  ];
  const [low, high] = field.level;
  return {
    name,
    email: `${asciiName(name)}@example.org`,
    answers: {
      Gender: gender,
      Background: field.background,
      'Programming level': String(random.between(low, high)),
      'Hours a week': String(
        random.weighted([
          [4, 2],
          [6, 4],
          [8, 3],
          [10, 2],
          [12, 1],
        ]),
      ),
    },
    profile: {
      interests: [...new Set<string>(interests)],
      goals: random.some(GOALS, random.between(1, 3)),
      languages: [
        ...new Set([
          'English',
          ...random.some(place.languages, 1),
          ...(random.chance(0.25) ? ['Spanish'] : []),
          ...(random.chance(0.15) ? ['French'] : []),
        ]),
      ],
      roles: random.some(field.roles, random.between(1, 3)),
      timeZone: place.timeZone,
      availability: paintWeek(random, random.weighted(LIVES)),
    },
  };
}

function newName(random: Random, place: Place, gender: string, taken: Set<string>): string {
  for (;;) {
    const women = gender === 'woman' || (gender !== 'man' && random.chance(0.5));
    const name = `${random.pick(women ? place.women : place.men)} ${random.pick(place.families)}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

/** Letters that do not fall apart into a plain one and an accent. */
const PLAIN: Readonly<Record<string, string>> = { ł: 'l', ı: 'i', ø: 'o', đ: 'd', ß: 'ss' };

function asciiName(name: string): string {
  const plain = name.toLowerCase().replace(/[łıøđß]/g, (letter) => PLAIN[letter] ?? '');
  return plain.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, '.');
}

const WISHED = 'People I would like to work with';
const AVOIDED = 'People I would rather not work with';

/** A few pairs of friends, most of whom name each other, and a few who had better not meet. */
function addWishes(random: Random, students: readonly DemoStudent[]): void {
  for (const { answers } of students) Object.assign(answers, { [WISHED]: '', [AVOIDED]: '' });
  const order = random.shuffled(students);
  const pairs = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => [order[from + 2 * i], order[from + 2 * i + 1]] as const);
  for (const [one, other] of pairs(0, 12)) {
    if (one === undefined || other === undefined) continue;
    one.answers[WISHED] = other.name;
    if (random.chance(0.7)) other.answers[WISHED] = one.name;
  }
  for (const [one, other] of pairs(30, 7)) {
    if (one !== undefined && other !== undefined) one.answers[AVOIDED] = other.name;
  }
}
