/** What the names of connections begin with that people entered, and no other's. */
export const STORED_PREFIX = 'stored--'

/** Whether a connection of this name was entered by a person, and not by the config. */
export const isStoredName = (name: string): boolean => name.startsWith(STORED_PREFIX)
