const restarts = Number(process.env.PAYLOAD_SYNC_RESTARTS ?? 0)

if (restarts < Number(process.env.STALLS)) {
  await new Promise(() => undefined)
}

// What loads at all says whether it was told to take the builds that wait for nothing.
process.stderr.write(`Started with ${process.execArgv.join(' ')}.\n`)

export {}
