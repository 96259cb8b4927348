import type { Season } from '../../../world/types.js'

/** The year a season is known by: 2024 for `2024/2025`. */
export const yearOf = ({ name }: Season): number => Number(name.slice(0, 4))
