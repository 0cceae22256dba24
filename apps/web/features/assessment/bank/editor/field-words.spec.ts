import { expect, it } from 'vitest';
import { translator } from '../../../../lib/i18n/translate';
import en from '../../../../messages/en/index';
import { emptyDraft, itemOf } from './draft';
import { errorsOf } from './field-words';

const t = translator('en', en);

it('says of what is not written yet that it is not, of the rest what the server says', () => {
  const item = itemOf({ ...emptyDraft(''), difficulty: 9 });
  const refused = {
    'item.skill': 'Lower-case words',
    'item.options.1.text': 'Too small',
    'item.difficulty': 'At most 5',
    'item.options': 'One option is right',
  };
  expect(errorsOf(t, item, refused)).toEqual({
    skill: 'Choose a skill',
    'options.1.text': 'Nothing is written here yet',
    difficulty: 'At most 5',
    options: 'One option is right',
  });
});
