/** How servers tell one another that something happened, and whether the others are still there: in its own time, for nobody's question. */
const LIVE = /pg_notify|pg_stat_activity/u

/** Hears what PostgreSQL is asked over the connection that has it. */
export function openEar() {
  const statements: string[] = []
  return {
    heard: (statement: string) => void (LIVE.test(statement) || statements.push(statement)),
    /** What PostgreSQL is asked for an act of this server, `begin` and `commit` among it. */
    statementsOf: async <T>(act: () => Promise<T>): Promise<{ answer: T; statements: string[] }> => {
      const before = statements.length
      const answer = await act()
      return { answer, statements: statements.slice(before) }
    },
  }
}
