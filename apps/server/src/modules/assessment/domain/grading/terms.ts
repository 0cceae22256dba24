/** Words that say nothing of what a text is about, in English and Spanish. */
const EMPTY = new Set(
  (
    'about above after again against also although always among another because been before being below between both cannot could does doing down during each either else even every from further have having here hers herself himself however into itself just like many more most much must neither nor once only other ours ourselves over same should since some such than that their theirs them then there these they this those through thus together under until upon very want wants were what when where whether which while whom whose will with within without would your yours yourself says said tells tell makes make made gives give names name uses use used does done goes well only also least first second third good right wrong answer answers none nothing something anything everything part parts ' +
    'sobre ante bajo cada como contra cual cuales cuando cuanto desde donde durante entre esta estas este estos hacia hasta luego mientras mismo mucho muchos nada ninguno otra otras otro otros para pero poco porque pues quien segun siempre sino sobre solo tambien tanto tiene tienen toda todas todo todos unas unos usted'
  ).split(' '),
);

/** Words of a text that carry meaning, by what they are without their endings, in the order in which they come. */
export function termsOf(text: string): ReadonlyMap<string, string> {
  const words =
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}_][\p{L}\p{N}_]{3,}/gu) ?? [];
  return new Map(words.filter((word) => !EMPTY.has(word)).map((word) => [stem(word), word]));
}

/** Enough that a plural or a tense is the same word. */
const stem = (word: string): string => (word.length > 5 ? word.replace(/(ations?|ings?|edly|ed|es|s|ly)$/, '') : word);

/** What stands in `backticks`: words that an answer has to have as they are. */
export const literalsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/`([^`\n]{2,60})`/g)].map(([, literal]) => literal ?? '')),
];
