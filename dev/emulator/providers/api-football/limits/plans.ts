export type Plan = 'free' | 'pro'

export const PLANS: readonly Plan[] = ['free', 'pro']

export type Limits = { perDay: number; perMinute: number }

/** What the plans are sold with. */
const PLAN_LIMITS: Readonly<Record<Plan, Limits>> = {
  free: { perDay: 100, perMinute: 10 },
  pro: { perDay: 7500, perMinute: 300 },
}

type LimitsOfArgs = { plan: Plan } & Record<'requestsPerDay' | 'requestsPerMinute', null | number>

/** The limits in force: those of the plan where the settings say nothing else. */
export const limitsOf = ({ plan, requestsPerDay, requestsPerMinute }: LimitsOfArgs): Limits => ({
  perDay: requestsPerDay ?? PLAN_LIMITS[plan].perDay,
  perMinute: requestsPerMinute ?? PLAN_LIMITS[plan].perMinute,
})
