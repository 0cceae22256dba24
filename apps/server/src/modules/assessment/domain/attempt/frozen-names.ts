import type { FrozenBank } from './frozen-bank.js';

interface Named {
  id: string;
  title: string;
}

/** A skill of the bank by its id; one that is gone is called by its id. */
export function skillOf({ skills }: FrozenBank, id: string): Named {
  return { id, title: skills.find((skill) => skill.id === id)?.title ?? id };
}

/** The domain of a skill of the bank. */
export function domainOf({ skills, domains, track }: FrozenBank, skill: string): Named {
  const id = skills.find((one) => one.id === skill)?.domain;
  return domains.find((domain) => domain.id === id) ?? track;
}
