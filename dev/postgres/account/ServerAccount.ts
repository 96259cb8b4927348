/** The user of this machine that a server process runs as. */
export type ServerAccount = {
  gid: number
  name: string
  uid: number
}
