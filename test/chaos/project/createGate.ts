export type Gate = {
  open: () => void
  /** Settles when the gate has been opened. */
  opened: Promise<void>
}

/** Holds back whoever waits for it until it is opened. */
export const createGate = (): Gate => {
  let open = (): void => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open: () => open(), opened }
}
