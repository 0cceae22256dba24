/** What is used of @mermaid-js/tiny, which comes without types and puts itself beside the other globals. */
interface Mermaid {
  initialize(config: Record<string, string | boolean>): void;
  /** @throws for a text that is no diagram */
  render(id: string, text: string): Promise<{ svg: string }>;
}
declare var mermaid: Mermaid;
