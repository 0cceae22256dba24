import { formPromptSuite } from '../../../../testing/prompt-suite.js';
import { DRAFT_BRIEF } from './draft-brief.prompt.js';

const reply = {
  title: 'A map of quiet places',
  goal: 'People who want to study outside see where it is quiet just now [1].',
  milestones: [
    { week: 1, what: 'One place on a page, by hand [1]' },
    { week: 2, what: 'Shown to another group, and mended' },
  ],
  roles: [
    { name: 'Map', does: 'Looks after what is seen, and how it is reached by keyboard' },
    { name: 'Data', does: 'Looks after what is stored' },
  ],
  criteria: ['A place that was added is there after a reload [1]', 'The page can be used without a mouse'],
};

formPromptSuite(DRAFT_BRIEF, {
  input: (text) => ({
    skills: [{ title: 'Forms', description: text }],
    level: null,
    purpose: text,
    sources: [{ n: 1, title: 'A form that answers', heading: '', text }],
    weeks: 2,
    people: 2,
  }),
  recorded: [
    { name: 'a brief as asked for', replies: [{ does: 'fill', value: reply }], becomes: reply },
    {
      name: 'one with a single criterion, mended',
      replies: [
        { does: 'fill', value: { ...reply, criteria: ['It works'] } },
        { does: 'fill', value: reply },
      ],
      becomes: reply,
    },
    {
      name: 'one without milestones',
      replies: [{ does: 'fill', value: { ...reply, milestones: [] } }],
      becomes: 'refused',
    },
    {
      name: 'words instead of a form',
      replies: [{ does: 'say', text: 'Sure! Here is a brief …' }],
      becomes: 'refused',
    },
  ],
});
