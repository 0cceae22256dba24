/** The title of a page by what it is about; the usual one where that is not to be seen. */
export async function titleOf(name: () => Promise<string>): Promise<{ title?: string }> {
  try {
    return { title: await name() };
  } catch {
    return {};
  }
}
