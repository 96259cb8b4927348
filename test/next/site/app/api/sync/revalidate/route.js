import { revalidateRoute } from '../../../../../../../src/plugin/next/revalidateRoute.js'

export const POST = revalidateRoute({ secret: process.env.SITE_SECRET })
