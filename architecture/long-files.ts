/** Files of more than 300 lines, each with its reason. The list may only shrink. */
export const LONG_FILES: Record<string, string> = {};
