import { content } from '@tailcamp/contracts';
import { expect, it } from 'vitest';
import { LONGEST_QUESTION, questionOf, searched } from './search-asked';

it('takes a question from an address, no longer than it may be asked', () => {
  expect(questionOf(' undo a commit ')).toBe('undo a commit');
  expect([questionOf(undefined), questionOf(['a', 'b']), questionOf('  ')]).toEqual(['', '', '']);
  const campId = '00000000-0000-7000-8000-000000000000';
  const asked = searched(campId, questionOf('word '.repeat(100)));
  expect(asked.q.length).toBeLessThanOrEqual(LONGEST_QUESTION);
  expect(content.search.input.safeParse(asked).success).toBe(true);
  expect(content.search.input.safeParse(searched(campId, 'a'.repeat(LONGEST_QUESTION + 1))).success).toBe(false);
});
