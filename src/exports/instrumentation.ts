export { instrumentSync } from '../plugin/instrumentSync.js'
