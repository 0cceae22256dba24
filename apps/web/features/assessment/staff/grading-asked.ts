/** The first page of the queue, as the page and the server's first paint ask for it. */
export const gradingAsked = (campId: string, state: 'pending' | 'released' | 'graded' = 'pending') => ({
  campId,
  state,
  limit: 50,
});
