/** Chat: channels, messages and who has read them. Nothing stands on it yet. */
export {};
