import { sportmonks } from 'payload-plugin-sync/providers/sportmonks'

export const providers = [sportmonks({ seasons: 'all' })] as const
