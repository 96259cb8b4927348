import type { Player } from '../../../../world/types.js'

/** `P. Gulácsi`: so squads, lists and events name players. */
export const shortName = ({
  firstName,
  lastName,
}: Pick<Player, 'firstName' | 'lastName'>): string => `${firstName.charAt(0)}. ${lastName}`
