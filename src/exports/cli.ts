export { runSyncCommand } from '../plugin/cli/index.js'
