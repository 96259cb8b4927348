/** The person the dev app signs in by itself. */
export const DEV_USER = { email: 'dev@example.com', password: 'test' } as const
