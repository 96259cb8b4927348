import { getPayload } from 'payload'

import config from '../../dev/payload.config.js'

// Makes the tables of the dev app, which a server in production would leave to migrations.
const payload = await getPayload({ config })
await payload.destroy()
process.exit(0)
