import { formPromptSuite } from '../../../../testing/prompt-suite.js';
import { DRAFT_LESSON } from './draft-lesson.prompt.js';

const reply = {
  title: 'Closures keep what they saw',
  objectives: ['Explain why a function still knows a variable after its block has ended'],
  sections: [
    { heading: '', text: 'You hand a function to a timer, and when it runs, the block is long over [1].' },
    {
      heading: 'Worked example',
      text: 'Each call makes a counter of its own [2]:\n\n```js\nconst a = counter();\n```',
    },
  ],
};
/** What models often give first: sections as one text, and objectives as a string. */
const asText = { ...reply, objectives: 'Explain closures', sections: '## Worked example\n…' };

formPromptSuite(DRAFT_LESSON, {
  input: (text) => ({
    skills: [{ title: 'Closures', description: text }],
    level: 'beginner' as const,
    purpose: text,
    sources: [
      { n: 1, title: 'Functions that remember', heading: '', text },
      { n: 2, title: 'Counters', heading: 'Worked example', text },
    ],
    kind: 'lesson' as const,
    minutes: 8,
  }),
  recorded: [
    { name: 'a lesson as asked for', replies: [{ does: 'fill', value: reply }], becomes: reply },
    {
      name: 'one that was mended',
      replies: [
        { does: 'fill', value: asText },
        { does: 'fill', value: reply },
      ],
      becomes: reply,
    },
    {
      name: 'one without a second section',
      replies: [{ does: 'fill', value: { ...reply, sections: reply.sections.slice(1) } }],
      becomes: 'refused',
    },
    { name: 'words instead of a form', replies: [{ does: 'say', text: 'Here is your lesson: …' }], becomes: 'refused' },
    {
      name: 'a form that was cut off',
      replies: [{ does: 'babble', text: '{"title":"Closures keep' }],
      becomes: 'refused',
    },
  ],
});
