/** What the list of students asks for; the same on the server's first paint and in the browser. */
export const studentsAsked = (campId: string, search: string) => ({
  campId,
  role: 'student' as const,
  limit: 50,
  ...(search ? { search: search.slice(0, 100) } : {}),
});
