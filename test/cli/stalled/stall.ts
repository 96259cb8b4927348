const restarts = Number(process.env.PAYLOAD_SYNC_RESTARTS ?? 0)

if (restarts < Number(process.env.STALLS)) {
  await new Promise(() => undefined)
}

export {}
