/** The front door of matching. Its work shows in the groups that it forms; no other module calls it yet. */
export {};
