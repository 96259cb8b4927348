export { AroundToday } from '../../../content/soccer/admin/AroundToday/index.js'
export { Scoreboard } from '../../../content/soccer/admin/Scoreboard/index.js'
