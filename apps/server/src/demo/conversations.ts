/** One thing said: who of those in the conversation, what, and how many minutes before its end. */
export interface Line {
  /** 0 is whoever begins; in the camp the instructor. */
  by: number;
  /** `@2` speaks to number 2 of the conversation. */
  text: string;
  ago: number;
  /** Answers the line of this number. */
  to?: number;
  /** Who put which emoji to it. */
  reactions?: readonly (readonly [string, ...number[]])[];
  pinned?: true;
}

const HOUR = 60;
const DAY = 24 * HOUR;

export const ANNOUNCED: readonly Line[] = [
  {
    by: 0,
    text: '**Welcome to Spring Build Camp!** Before we form groups, please do two things:\n\n1. Fill in your profile, free hours first.\n2. Take the assessment. It is short, and nobody fails it.',
    ago: 6 * DAY,
    reactions: [['🎉', 1, 2, 3, 5, 6]],
    pinned: true,
  },
  {
    by: 0,
    text: 'Office hours are on Tuesdays and Thursdays, 17:00 in Lisbon. Bring a question or just your half-working code.',
    ago: 3 * DAY,
    reactions: [['👍', 2, 4, 7]],
  },
  {
    by: 0,
    text: 'Groups will be formed this week. Whoever has not painted their free hours yet: today is the day.',
    ago: 1,
  },
];

export const SAID_IN_CAMP: readonly Line[] = [
  {
    by: 1,
    text: 'Hi everyone! I come from design and have written about twenty lines of code in my life. Glad to be here.',
    ago: 5 * DAY,
    reactions: [['👋', 2, 3, 4, 6]],
  },
  { by: 2, text: 'Welcome! Twenty more than I had a year ago 😄', ago: 5 * DAY - 12 },
  {
    by: 3,
    text: '¡Hola! ¿Alguien más por aquí prefiere hablar en español? Estoy con el recorrido de SQL.',
    ago: 4 * DAY + 3 * HOUR,
    reactions: [['🙋', 4, 7]],
  },
  {
    by: 4,
    text: '¡Yo! Empecé ayer con las consultas con JOIN y todavía me hago un lío con los NULL.',
    ago: 4 * DAY + 2 * HOUR,
    to: 2,
  },
  {
    by: 3,
    text: 'Los NULL no son iguales a nada, ni siquiera a otro NULL. Prueba con `IS NULL` en vez de `= NULL`.',
    ago: 4 * DAY + 2 * HOUR - 9,
    to: 2,
  },
  { by: 4, text: '¡Era eso! Gracias 🙌', ago: 4 * DAY + HOUR, to: 2 },
  {
    by: 5,
    text: 'Does anybody understand why this logs `undefined`?\n\n```js\nconst names = people.map((person) => {\n  person.name;\n});\nconsole.log(names[0]);\n```',
    ago: 2 * DAY + 5 * HOUR,
  },
  {
    by: 6,
    text: 'With braces you need a `return`. Or leave them out: `people.map((person) => person.name)`.',
    ago: 2 * DAY + 5 * HOUR - 4,
    to: 6,
    reactions: [
      ['💡', 5, 1],
      ['👍', 2],
    ],
  },
  {
    by: 5,
    text: 'Two hours of my life. Thank you @6!',
    ago: 2 * DAY + 5 * HOUR - 7,
    to: 6,
    reactions: [['😂', 6, 2, 7]],
  },
  {
    by: 7,
    text: 'I keep a list of free data sets for projects, in case it helps: https://data.europa.eu and https://www.gbif.org. What would you like to build?',
    ago: DAY + 4 * HOUR,
    reactions: [['❤️', 1, 3, 5]],
  },
  {
    by: 1,
    text: 'Something with maps and accessibility: which streets can you pass with a pushchair or a wheelchair?',
    ago: DAY + 3 * HOUR,
  },
  { by: 2, text: 'I would join that in a second.', ago: DAY + 3 * HOUR - 6, reactions: [['🗺️', 1, 7]] },
  {
    by: 6,
    text: 'Study session tonight at 20:00 Lisbon time? I will do the HTTP lessons and could use company.',
    ago: 5 * HOUR,
  },
  { by: 4, text: 'Me apunto. I am in too, a bit late though.', ago: 4 * HOUR },
  { by: 2, text: '@1 saw the announcement? Groups this week!', ago: 0, reactions: [['🤞', 1, 3]] },
];

/** First words of a group, each time with other matters. */
export const SAID_IN_GROUP: readonly (readonly Line[])[] = [
  [
    {
      by: 0,
      text: 'Hey, so this is us! Shall everyone say what they would like to work on?',
      ago: 42,
      reactions: [['👋', 1, 2]],
    },
    { by: 1, text: 'Back end for me, if nobody minds. I want to get better at SQL.', ago: 38 },
    {
      by: 2,
      text: 'I can take the first drafts of the pages. Paper first, then Figma.',
      ago: 31,
      reactions: [['🎨', 0]],
    },
    { by: 0, text: 'Perfect. Then I will set up the repository tonight and write down how we work.', ago: 27, to: 0 },
    {
      by: 1,
      text: 'First call tomorrow? The common hours say 18:00 works for all of us.',
      ago: 12,
      reactions: [['✅', 0, 2]],
    },
    { by: 2, text: '18:00 it is. I will bring three ideas, please bring yours.', ago: 3 },
  ],
  [
    {
      by: 1,
      text: 'Hello group! I read the explanation of why we were matched. Apparently we all like open data.',
      ago: 55,
    },
    { by: 0, text: 'And none of us likes mornings, thankfully 😴', ago: 51, reactions: [['😂', 1, 2]] },
    {
      by: 2,
      text: 'Idea: a small site that shows the air quality on your way to school. The city publishes hourly values.',
      ago: 40,
      reactions: [['🔥', 0, 1]],
    },
    {
      by: 1,
      text: 'Love it. One thing to clear up first: may we use the data? I will look for the licence.',
      ago: 33,
      to: 2,
    },
    { by: 1, text: 'CC BY 4.0. We only have to name the source.', ago: 21, to: 2, reactions: [['🎉', 2]] },
    {
      by: 0,
      text: '@2 could you put the three first steps on the board, so that nobody starts the same thing twice?',
      ago: 9,
    },
    { by: 2, text: 'On it.', ago: 6 },
  ],
  [
    { by: 2, text: 'Nice to meet you all. Before we choose a project: what do you *not* want to do?', ago: 47 },
    { by: 0, text: 'Anything with blockchains.', ago: 45, reactions: [['💯', 1, 2]] },
    { by: 1, text: 'Slides. I will gladly test everything twice if somebody else makes the slides.', ago: 36 },
    {
      by: 2,
      text: 'Deal, I like slides. Then a proposal: a tool for lending things among neighbours, one list and a calendar. Small enough to finish.',
      ago: 25,
      reactions: [['👍', 0, 1]],
    },
    {
      by: 0,
      text: 'Small enough to finish is my favourite feature. I would begin with the data:\n\n```sql\nCREATE TABLE loans (\n  thing_id int NOT NULL REFERENCES things,\n  borrower_id int NOT NULL REFERENCES people,\n  due date NOT NULL\n);\n```',
      ago: 14,
    },
    { by: 1, text: 'Looks good. What happens when something comes back broken? 🙂', ago: 8, to: 4 },
  ],
  [
    {
      by: 0,
      text: 'Hi! Is everybody here? I made a list of our time zones, we are at most two hours apart.',
      ago: 33,
      reactions: [['🌍', 1, 2]],
    },
    { by: 2, text: 'Here! At work until 17:00, after that I am all yours.', ago: 30 },
    { by: 1, text: 'Present 🙋 I have built a quiz before and could show how I did the tests.', ago: 24 },
    { by: 0, text: 'Please do! Thursday in our first call?', ago: 19, to: 2 },
    { by: 1, text: 'Thursday works.', ago: 17, to: 2, reactions: [['👍', 0, 2]] },
    { by: 2, text: 'I will write down what we decide, so that nobody has to remember it.', ago: 4 },
  ],
];

/** Between two of a group who speak Spanish. */
export const SAID_IN_SPANISH: readonly Line[] = [
  { by: 0, text: '@1 ¿tú también hablas español? Si quieres, lo de la base de datos lo vemos juntos.', ago: 2 },
  {
    by: 1,
    text: '¡Claro! Mañana por la tarde estoy libre. Luego lo resumimos aquí en inglés para los demás.',
    ago: 1,
    reactions: [['🙌', 0]],
  },
];
