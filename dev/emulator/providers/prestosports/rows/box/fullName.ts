import type { CollegePlayer } from '../../../../world/college/types.js'

export const fullName = ({ firstName, lastName }: CollegePlayer): string =>
  `${firstName} ${lastName}`
