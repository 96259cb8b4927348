import type { SubscriptionsTexts } from './en.js'

export const es: SubscriptionsTexts = {
  collections: {
    apiUsage: { plural: 'Uso de API', singular: 'Uso de API' },
    charges: { plural: 'Cargos', singular: 'Cargo' },
    subscriptions: { plural: 'Suscripciones', singular: 'Suscripción' },
  },
  descriptions: {
    charges:
      'Lo que te cobraron. Los cargos que ningún servicio comunica se pueden introducir a mano.',
    subscriptions:
      'Tus suscripciones. Completa a mano lo que un servicio no comunica: precio, renovación.',
  },
  errors: {
    currency: 'Tres letras, como EUR.',
    decimal: 'Un número decimal, como 9.99.',
  },
  fields: {
    amount: 'Importe (con impuestos)',
    cachedTokens: 'Tokens de la caché',
    chargedAt: 'Cobrado el',
    currency: 'Moneda',
    day: 'Día',
    description: 'Descripción',
    ended: 'Fin',
    inputTokens: 'Tokens de entrada',
    interval: 'Intervalo',
    intervalCount: 'Se renueva cada',
    kind: 'Tipo',
    model: 'Modelo',
    nextRenewal: 'Próxima renovación',
    notes: 'Notas',
    outputTokens: 'Tokens de salida',
    periodEnd: 'Periodo hasta',
    periodStart: 'Periodo desde',
    plan: 'Plan',
    price: 'Precio (con impuestos)',
    requests: 'Peticiones',
    service: 'Servicio',
    source: 'Origen',
    started: 'Inicio',
    status: 'Estado',
    subscription: 'Suscripción',
    tax: 'De ello, impuestos',
    tokens: 'Tokens',
  },
  groups: {
    subscriptions: 'Suscripciones',
  },
  options: {
    chargeKind: {
      other: 'Otro',
      refund: 'Reembolso',
      subscription: 'Suscripción',
      trial: 'Prueba gratuita',
      usage: 'Uso',
    },
    chargeStatus: {
      failed: 'Fallido',
      open: 'Aún crece',
      paid: 'Pagado',
      pending: 'Pendiente',
      reversed: 'Anulado',
      unknown: 'Desconocido',
    },
    interval: {
      day: 'Días',
      month: 'Meses',
      week: 'Semanas',
      year: 'Años',
    },
    source: {
      api: 'Servicio',
      file: 'Archivo',
      manual: 'A mano',
    },
    subscriptionStatus: {
      active: 'Activa',
      cancelled: 'Cancelada',
      ended: 'Terminada',
      free: 'Gratis',
      paused: 'En pausa',
      trial: 'Prueba gratuita',
      unknown: 'Desconocido',
    },
  },
  tabs: {
    general: 'General',
  },
}
