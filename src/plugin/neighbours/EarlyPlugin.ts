/** A plugin that would have changed collections of this one, had it run after it. */
export type EarlyPlugin = { name: string; slugs: readonly string[] }
