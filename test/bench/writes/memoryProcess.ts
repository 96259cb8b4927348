// Loads records into an empty collection and reads them again, and says how much memory it took.
import { openBench } from './openBench.js'

process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'

const [, , count = '', databaseUrl = ''] = process.argv
const bench = await openBench({ databaseUrl })
await bench.clear()
await bench.server.make({ count: Number(count), seed: 1, step: 'same' })
await bench.sync({ resource: 'matches' })
await bench.sync({ resource: 'matches' })
process.send?.(Math.round(process.resourceUsage().maxRSS / 1024))
await bench.close()
process.exit(0)
