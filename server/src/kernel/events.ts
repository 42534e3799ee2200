/**
 * What happened, told by one module to later ones. Each module adds its events in `<m>.events.ts`:
 * `declare module '../../kernel/events.ts' { interface DomainEvents { postingOpened: { postingId: Id<'pst'> } } }`.
 * `app/reactions.ts` says who reacts, in the same transaction.
 */
// oxlint-disable-next-line typescript/no-empty-interface
export interface DomainEvents {}
export type EventName = keyof DomainEvents
export type DomainEvent = { [N in EventName]: { name: N; data: DomainEvents[N] } }[EventName]
