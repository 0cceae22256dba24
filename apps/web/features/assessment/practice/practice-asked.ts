/** What the page asks for: a question of one skill, or of the one whose turn it is. */
export const practiceAsked = (campId: string, skill: string | null) =>
  skill === null ? { campId } : { campId, skill };
