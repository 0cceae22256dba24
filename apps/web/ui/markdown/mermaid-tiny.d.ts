/** What is used of the library, which comes without types: it puts itself beside the other globals. */
declare module '@mermaid-js/tiny' {}

interface Mermaid {
  initialize(config: Record<string, string | boolean>): void;
  /** @throws for a text that is no diagram */
  render(id: string, text: string): Promise<{ svg: string }>;
}
declare var mermaid: Mermaid;
