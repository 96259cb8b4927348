/** How most providers want a token. */
export const toBearer = (token: string): Record<string, string> => ({
  Authorization: `Bearer ${token}`,
})
