/** A way to break the code: the text stands once in the file, and without it the test must fail. */
interface Without {
  file: string
  cut: string
  put: string
}

/** One line of the security reference: the test that shows it, and a change after which that test fails (`pnpm prove`). */
export interface Requirement {
  id: string
  says: string
  /** File below server/, and a part of the test's name; none where its tests stand on each other. */
  test: { file: string; name: string }
  /** Several where one guards behind the other. */
  without: Without | readonly Without[]
}

const accounts = 'src/modules/accounts'
const employers = 'src/modules/employers'

export const REQUIREMENTS: readonly Requirement[] = [
  {
    id: 'S1',
    says: 'An invitation sets a password once, however many press at once; looking uses nothing.',
    test: { file: 'src/modules/entries/entries.test.ts', name: 'lets one of two win who press at once' },
    without: [
      {
        file: 'src/modules/entries/commands/open-invitation.ts',
        cut: 'return used.length === 0 ? DEAD : null',
        put: 'return used.length < 0 ? DEAD : null',
      },
      {
        file: 'src/modules/accounts/accounts.entering.steps.ts',
        cut: 'if (!account) return proof.refusal',
        put: 'if (!account) throw new Error()',
      },
    ],
  },
  {
    id: 'S2',
    says: 'The token of an invitation is kept as its hash only.',
    test: { file: 'src/modules/entries/entries.test.ts', name: 'stands in no table once its mail was carried' },
    without: {
      file: 'src/modules/entries/entries.steps.ts',
      cut: 'tokenHash: hashToken(isUsable ? token : newToken()),',
      put: 'tokenHash: isUsable ? token : newToken(),',
    },
  },
  {
    id: 'S3',
    says: 'An authentication key lives 50 minutes.',
    test: { file: `${accounts}/accounts.test.ts`, name: 'an authentication key' },
    without: {
      file: `${accounts}/accounts.rules.ts`,
      cut: 'key.replacedAt === null && now < key.validUntil &&',
      put: 'key.replacedAt === null &&',
    },
  },
  {
    id: 'S3',
    says: 'Ten wrong tries end an authentication key.',
    test: { file: `${accounts}/accounts.test.ts`, name: 'survives nine wrong tries' },
    without: {
      file: `${accounts}/use-key.ts`,
      cut: '.set({ wrongTries: sql`${authenticationKeys.wrongTries} + 1` })',
      put: '.set({ wrongTries: 0 })',
    },
  },
  {
    id: 'S4',
    says: 'A one-time password belongs to its attempt and its browser.',
    test: { file: `${accounts}/accounts.sign-in.test.ts`, name: 'belongs to its attempt' },
    without: {
      file: `${accounts}/commands/verify-one-time-password.ts`,
      cut: 'const isOwn = attempt !== undefined && attempt.browserHash === ctx.session.browserHash',
      put: 'const isOwn = attempt !== undefined',
    },
  },
  {
    id: 'S4',
    says: 'Five wrong tries end an attempt.',
    test: { file: `${accounts}/accounts.sign-in.test.ts`, name: 'survives four wrong tries' },
    without: { file: `${accounts}/accounts.sign-in.rules.ts`, cut: ' && attempt.wrongTries < policy.oneTimePasswordTries', put: '' },
  },
  {
    id: 'S5',
    says: 'A remembered browser skips the one-time password for its account only.',
    test: { file: `${accounts}/accounts.sign-in.test.ts`, name: 'is so for this account only' },
    without: { file: `${accounts}/accounts.sign-in.steps.ts`, cut: '        eq(accounts.email, email),\n', put: '' },
  },
  {
    id: 'S5',
    says: 'A new password and signing out everywhere forget remembered browsers.',
    test: { file: `${accounts}/accounts.sign-in.test.ts`, name: 'is asked again after a new password' },
    without: { file: `${accounts}/commands/register-password.ts`, cut: '  await forgetDevicesOf(tx, account.id)\n', put: '' },
  },
  {
    id: 'S6',
    says: 'Wrong passwords wait longer and longer.',
    test: { file: `${accounts}/accounts.sign-in.test.ts`, name: 'wait from the fifth on' },
    without: {
      file: `${accounts}/accounts.sign-in.steps.ts`,
      cut: 'waitUntil: pause === 0 ? null : addSeconds(tx.now, pause)',
      put: 'waitUntil: null',
    },
  },
  {
    id: 'S6',
    says: 'A remembered browser is not locked out by the tries of others.',
    test: { file: `${accounts}/accounts.sign-in.test.ts`, name: 'of somebody else, a hundred of them' },
    without: {
      file: `${accounts}/accounts.sign-in.steps.ts`,
      cut: "? { own: bucketOf('signInOn', device.id), account: null, address: null }",
      put: "? { own: bucketOf('signInOn', device.id), account: bucketOf('signInTo', email), address: bucketOf('signInFrom', address) }",
    },
  },
  {
    id: 'S7',
    says: 'The tenth wrong input ends an account creation code, counted exactly also at once.',
    test: { file: `${employers}/employers.codes.test.ts`, name: 'count exactly when twenty come at once' },
    without: {
      file: `${employers}/employers.codes.steps.ts`,
      cut: 'const dies = wrongTries >= tx.policyOf(code.officeId).accountCreationCodeTries',
      put: 'const dies = wrongTries > tx.policyOf(code.officeId).accountCreationCodeTries',
    },
  },
  {
    id: 'S8',
    says: 'A known and an unknown address are told apart neither by the answer nor by the work behind it.',
    test: { file: `${accounts}/accounts.uniform.test.ts`, name: 'are told apart neither by the answer' },
    without: {
      file: `${accounts}/passwords.ts`,
      cut: 'const against = passwordHash ?? (await nobody)',
      put: "const against = passwordHash ?? ''\n  if (passwordHash === null) return false",
    },
  },
  {
    id: 'S9',
    says: 'Passwords have 8 to 32 half-width characters of three kinds, and none that many people use.',
    test: { file: `${accounts}/passwords.rules.test.ts`, name: 'a password' },
    without: {
      file: `${accounts}/passwords.rules.ts`,
      cut: 'if (password.length < min || password.length > max)',
      put: 'if (password.length < min - 1 || password.length > max)',
    },
  },
  {
    id: 'S10',
    says: 'A change of password ends the other sessions and tells the address.',
    test: { file: `${accounts}/accounts.own.test.ts`, name: 'ends every other session, forgets remembered browsers' },
    without: { file: `${accounts}/commands/change-password.ts`, cut: '    await endSessionsOf(tx, accountId, sessionId)\n', put: '' },
  },
  {
    id: 'S11',
    says: 'Every sign-in begins a new session, and the cookie is kept as its hash.',
    test: { file: `${accounts}/accounts.test.ts`, name: 'is not in the database, nor is the cookie' },
    without: { file: `${accounts}/accounts.steps.ts`, cut: '      tokenHash: hashToken(token),\n', put: '      tokenHash: token,\n' },
  },
  {
    id: 'S11',
    says: 'The session that the browser brought ends at sign-in.',
    test: { file: `${accounts}/accounts.test.ts`, name: 'gives a new session each time' },
    without: {
      file: `${accounts}/begin-session.ts`,
      cut: '  if (ctx.session.id !== null) await endSession(tx, ctx.session.id)\n',
      put: '',
    },
  },
  {
    id: 'S12',
    says: 'A session ends after 50 idle minutes.',
    test: { file: 'src/app/session.test.ts', name: 'lets 49:59 pass and ends at 50:00' },
    without: { file: 'src/app/find-session.ts', cut: "        gt(sessions.idleUntil, sql.placeholder('now')),\n", put: '' },
  },
  {
    id: 'S13',
    says: 'Over TLS cookies are bound to the host, and no script reads them.',
    test: { file: 'src/app/http.test.ts', name: 'over TLS are bound to the host' },
    without: { file: 'src/app/cookies.ts', cut: "const prefix = secure ? '__Host-' : ''", put: "const prefix = ''" },
  },
  {
    id: 'S14',
    says: 'A write from another site is refused.',
    test: { file: 'src/app/http.test.ts', name: 'a write from another site' },
    without: {
      file: 'src/app/graphql-http.ts',
      cut: "if (operation?.operation === 'mutation' && !contextValue.mayMutate)",
      put: "if (operation?.operation === 'mutation' && contextValue.mayMutate === undefined)",
    },
  },
  {
    id: 'S17',
    says: 'Ten members are added at most, also when twenty come at once.',
    test: { file: 'src/app/members.test.ts', name: 'of twenty adds at the same time ten find a seat' },
    without: {
      file: `${employers}/employers.members.rules.ts`,
      cut: 'Array.from({ length: addedMembers + 1 }',
      put: 'Array.from({ length: addedMembers + 2 }',
    },
  },
  {
    id: 'S18',
    says: 'A mailbox and a password do not let staff in outside the demo.',
    test: { file: `${accounts}/accounts.authenticator.test.ts`, name: 'is not let in by password and mailbox alone' },
    without: { file: `${accounts}/accounts.authenticator.steps.ts`, cut: 'return staff !== undefined', put: 'return staff === undefined' },
  },
  {
    id: 'S20',
    says: 'Every field of the graph opens to whom it is for, and to nobody else.',
    test: { file: 'src/app/roles.test.ts', name: 'opens to whom it is for' },
    without: {
      file: 'src/graph/audience.ts',
      cut: "return audience.startsWith('employer.') && RANK[viewer.role]",
      put: "return audience.startsWith('employer.') || RANK[viewer.role]",
    },
  },
  {
    id: 'S16',
    says: 'The sockets of a session that was signed out are closed before the answer is written.',
    test: { file: 'src/app/live-rights.test.ts', name: 'the sockets of the session are closed before the answer is written' },
    without: {
      file: `${accounts}/accounts.steps.ts`,
      cut: "    .where(and(eq(sessions.id, id), isNull(sessions.endedAt)))\n  tx.hint('control', id)\n",
      put: '    .where(and(eq(sessions.id, id), isNull(sessions.endedAt)))\n',
    },
  },
  {
    id: 'S21',
    says: 'What is somebody else’s is as little there as what is not there.',
    test: { file: 'src/app/nodes.test.ts', name: 'reads by id what is theirs to see' },
    without: {
      file: 'src/modules/entries/entries.queries.ts',
      cut: 'return viewer.registrantId === registrant?.id ? registrant : null',
      put: 'return registrant',
    },
  },
  {
    id: 'S22',
    says: 'Who an employer is shows by scope and viewer on every way.',
    test: { file: 'src/app/scopes.test.ts', name: 'R25 and R26' },
    without: {
      file: 'src/modules/postings/postings.visible.rules.ts',
      cut: "return viewer.validSeeker ? 'SHOWN' : 'FOR_SEEKERS'",
      put: "return 'SHOWN'",
    },
  },
  {
    id: 'S23',
    says: 'A posting that refuses a kind of partner is not provided to it.',
    test: { file: 'src/modules/postings/postings.provision.test.ts', name: 'changes at once when a kind is refused' },
    without: {
      file: 'src/modules/postings/postings.provision.rules.ts',
      cut: ' && !sheet.provisionRefused.includes(REFUSED_BY[receiver])',
      put: '',
    },
  },
  {
    id: 'S27',
    says: 'Messages end at 24:00 of the seventh day after the result.',
    test: { file: 'src/modules/applications/results.test.ts', name: 'ends the messages on both sides at 24:00' },
    without: { file: 'src/modules/messages/messages.rules.ts', cut: "  if (isClosed(thread, now)) return 'THREAD_CLOSED'\n", put: '' },
  },
  {
    id: 'S50',
    says: 'After a withdrawal the person stands nowhere but where law or the other side needs it.',
    test: { file: 'src/app/withdrawal.test.ts', name: 'after a day stands nowhere but as the name' },
    without: {
      file: 'src/modules/accounts/accounts.erase.steps.ts',
      cut: '  await tx.db.delete(devices).where(eq(devices.accountId, accountId))\n',
      put: '',
    },
  },
  {
    id: 'S53',
    says: 'A person downloads their own data in one file.',
    test: { file: 'src/app/own-data.test.ts', name: 'a seeker gets registration, applications, talks' },
    without: { file: 'src/app/own-data.ts', cut: '    見られた記録: await ownAccessLog(ctx),\n', put: '' },
  },
  {
    id: 'S55',
    says: 'Logs hold no addresses of people.',
    test: { file: 'src/platform/log/log.test.ts', name: 'addresses of people and of the database are left out' },
    without: { file: 'src/platform/log/log.ts', cut: ".replaceAll(/[^\\s\"'<>(),]+@[^\\s\"'<>(),]+/gu, '…@…')", put: '' },
  },
  {
    id: 'S56',
    says: 'A record that was changed afterwards is named by its hour.',
    test: { file: 'src/app/audit.seals.test.ts', name: '' },
    without: { file: 'src/app/audit.seals.ts', cut: '    row.purpose,\n', put: '' },
  },
]
