/** What an event of a party's inbox is about. */
export type InboxKind = 'MESSAGE' | 'THREAD' | 'APPLICATION' | 'POSTING' | 'SEEKER' | 'READ' | 'MEMBER' | 'EMPLOYER'
