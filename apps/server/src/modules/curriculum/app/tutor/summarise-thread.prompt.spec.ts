import { textPromptSuite } from '../../../../testing/prompt-suite.js';
import { summariseThreadPrompt } from './summarise-thread.prompt.js';

const summary =
  'The learner asked what a closure is and how two counters stay apart. It was understood. Open: loops in closures.';

textPromptSuite(summariseThreadPrompt, {
  input: (text) => ({ summary: text, turns: Array.from({ length: 9 }, () => ({ question: text, reply: text })) }),
  recorded: [
    { name: 'a summary', replies: [{ does: 'say', text: summary }], becomes: summary },
    { name: 'nothing', replies: [{ does: 'say', text: '' }], becomes: 'refused' },
  ],
});
