/**
 * A picture's address. It leads nowhere (`example.com` is reserved), and it does not depend on the
 * emulator's port: else every row would look changed after a restart.
 */
export const imagePath = ({ id, kind }: { id: number | string; kind: string }): string =>
  `https://images.example.com/soccer/${kind}/${id}.png`
