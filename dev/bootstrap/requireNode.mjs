const MINIMUM = [20, 19]

/** Ends the process with a clear message when this Node.js is too old to develop with. */
export const requireNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

  if (major < MINIMUM[0] || (major === MINIMUM[0] && minor < MINIMUM[1])) {
    console.error(
      `This needs Node.js ${MINIMUM.join('.')} or newer, and you run ${process.versions.node}. ` +
        'Install a newer one from https://nodejs.org and try again.',
    )
    process.exit(1)
  }
}
