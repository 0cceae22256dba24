import { formPromptSuite } from '../../../../testing/prompt-suite.js';
import { DRAFT_QUESTIONS } from './draft-questions.prompt.js';

const choice = {
  kind: 'choice' as const,
  stem: 'A loop has run three times. What does `i` hold behind it?',
  options: [
    { text: '`3`', right: true, because: '' },
    { text: '`2`', right: false, because: 'Takes the last value inside for the one behind' },
  ],
  accept: [],
  answer: null,
  tolerance: 0,
  explanation: 'The condition fails once `i` is 3, and that is what stays.',
  difficulty: 0,
  cites: [1],
};
const twoRight = { ...choice, options: choice.options.map((option) => ({ ...option, right: true, because: '' })) };
const number = { ...choice, kind: 'number' as const, options: [], answer: 3 };

formPromptSuite(DRAFT_QUESTIONS, {
  input: (text) => ({
    skills: [{ title: 'Loops', description: text }],
    level: 'practised' as const,
    purpose: text,
    sources: [{ n: 1, title: 'Counting', heading: '', text }],
    count: 2,
  }),
  recorded: [
    {
      name: 'questions as asked for',
      replies: [{ does: 'fill', value: { questions: [choice, number] } }],
      becomes: { questions: [choice, number] },
    },
    {
      name: 'a key that contradicts itself, mended',
      replies: [
        { does: 'fill', value: { questions: [twoRight] } },
        { does: 'fill', value: { questions: [choice] } },
      ],
      becomes: { questions: [choice] },
    },
    {
      name: 'a key that contradicts itself twice',
      replies: [{ does: 'fill', value: { questions: [twoRight] } }],
      becomes: 'refused',
    },
    {
      name: 'a question that rests on nothing',
      replies: [{ does: 'fill', value: { questions: [{ ...choice, cites: [] }] } }],
      becomes: 'refused',
    },
    { name: 'arguments that are no JSON', replies: [{ does: 'babble', text: '{"questions":[{' }], becomes: 'refused' },
  ],
});
