import { formPromptSuite } from '../../../../testing/prompt-suite.js';
import { EXPLAIN_ANSWER } from './explain-answer.prompt.js';

const input = (text: string) => ({
  language: 'English' as const,
  question: 'What does `[1, 2].map(String)` give?',
  options: ['`["1", "2"]`', '`"1,2"`'],
  chosen: text,
  right: false,
  key: '`["1", "2"]`',
  known: ['`map` gives an array of what its function gives.'],
});
const explained = {
  wrong: 'You may have thought of `join`, which makes one string. `map` never leaves the array.',
  right: '`map` calls `String` for each element, and puts what it gives in a new array.',
  hint: 'Try `[1, 2].map(String).length` in a console.',
};

formPromptSuite(EXPLAIN_ANSWER, {
  input,
  recorded: [
    { name: 'all three', replies: [{ does: 'fill', value: explained }], becomes: explained },
    {
      name: 'of a right answer',
      replies: [{ does: 'fill', value: { ...explained, wrong: null } }],
      becomes: { ...explained, wrong: null },
    },
    {
      name: 'a list of hints, mended',
      replies: [
        { does: 'fill', value: { ...explained, hint: ['Try it.', 'Read it.'] } },
        { does: 'fill', value: explained },
      ],
      becomes: explained,
    },
    { name: 'without a hint', replies: [{ does: 'fill', value: { wrong: null, right: 'So.' } }], becomes: 'refused' },
    { name: 'talk', replies: [{ does: 'say', text: 'Good question! `map` …' }], becomes: 'refused' },
    { name: 'arguments that are cut off', replies: [{ does: 'babble', text: '{"wrong": "You' }], becomes: 'refused' },
  ],
});
