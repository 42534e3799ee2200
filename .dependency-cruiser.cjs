/** The architecture as rules (server/docs/decisions and the README's map). Each comment is what a newcomer reads when one breaks. */

/** The product's nouns in the one line they stand in: a later one may use an earlier one, never the reverse. */
const MODULES = [
  'offices',
  'accounts',
  'files',
  'messages',
  'seekers',
  'employers',
  'postings',
  'requests',
  'referrals',
  'applications',
  'entries',
  'partners',
  'statistics',
]
const DOORS = ['table', 'rules', 'form', 'types', 'loaders', 'queries', 'events', 'steps']
const TEST = '\\.test\\.tsx?$'

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** A layer may import itself and the layers named, nothing else of our own code. */
const layer = (side, name, path, allowed) =>
  forbid(
    `${side}-${name}-looks-only-down`,
    `${side}/src/${name} may import only itself${allowed.length > 0 ? ` and ${allowed.join(', ')}` : ''}.`,
    { path, pathNot: TEST },
    { path: '^(server|client|scripts)/', pathNot: ['node_modules', path, ...allowed.map((folder) => `^${side}/src/${folder}`)] },
  )

const later = (name) => MODULES.slice(MODULES.indexOf(name) + 1)

module.exports = {
  forbidden: [
    forbid('no-circles', 'Two files that need each other are one file, or a third one is missing.', {}, { circular: true }),
    forbid('no-unresolvable', 'This import leads nowhere.', {}, { couldNotResolve: true }),

    layer('server', 'kernel', '^server/src/kernel/', []),
    layer('server', 'policy.ts', '^server/src/policy\\.ts$', ['kernel/']),
    layer('server', 'config.ts', '^server/src/config\\.ts$', []),
    layer('server', 'i18n', '^server/src/i18n/', ['kernel/', 'policy\\.ts']),
    layer('server', 'platform', '^server/src/platform/', ['kernel/', 'policy\\.ts']),
    layer('server', 'graph', '^server/src/graph/', ['kernel/', 'policy\\.ts', 'i18n/', 'platform/']),
    layer('server', 'modules', '^server/src/modules/', ['kernel/', 'policy\\.ts', 'i18n/', 'platform/', 'graph/']),
    layer('server', 'app', '^server/src/app/', ['kernel/', 'policy\\.ts', 'config\\.ts', 'i18n/', 'platform/', 'graph/', 'modules/']),
    forbid(
      'server-main-is-the-top',
      'Nothing inside the server imports its entry points.',
      { path: '^server/src/', pathNot: TEST },
      { path: '^server/src/(main|worker)\\.ts$' },
    ),

    ...['from', 'to'].map((end) =>
      forbid(
        `known-module-${end}`,
        'Every folder below server/src/modules stands in the order at the top of .dependency-cruiser.cjs.',
        end === 'from' ? { path: '^server/src/modules/', pathNot: `^server/src/modules/(${MODULES.join('|')})/` } : {},
        end === 'to' ? { path: '^server/src/modules/', pathNot: `^server/src/modules/(${MODULES.join('|')})/` } : {},
      ),
    ),
    forbid(
      'known-module-alone',
      'Every folder below server/src/modules stands in the order at the top of .dependency-cruiser.cjs.',
      { orphan: true, path: '^server/src/modules/', pathNot: `^server/src/modules/(${MODULES.join('|')})/` },
      {},
    ),
    ...MODULES.filter((name) => later(name).length > 0).map((name) =>
      forbid(
        `${name}-does-not-look-up`,
        `${name} stands before ${later(name).join(', ')}: emit an event, app/reactions.ts hears it.`,
        { path: `^server/src/modules/${name}/` },
        { path: `^server/src/modules/(${later(name).join('|')})/` },
      ),
    ),
    forbid(
      'module-doors',
      `Enter another module only through its ${DOORS.join(', ')} files.`,
      { path: '^server/src/modules/([^/]+)/' },
      {
        path: '^server/src/modules/',
        pathNot: ['^server/src/modules/$1/', `^server/src/modules/.*\\.(${DOORS.join('|')})\\.ts$`],
      },
    ),
    forbid(
      'rules-and-forms-are-pure',
      'A *.rules.ts or *.form.ts knows no database, no graph, no clock: only kernel, policy, constant data and other rules and forms.',
      { path: '^server/src/.*\\.(rules|form)\\.ts$' },
      {
        pathNot: [
          '^server/src/.*\\.(rules|form)\\.ts$',
          '^server/src/modules/.*/data/[^/]+\\.json$',
          '^server/src/kernel/',
          '^server/src/policy\\.ts$',
        ],
      },
    ),
    forbid(
      'resolvers-speak-no-sql',
      'Resolvers call commands, queries and loaders.',
      { path: '^server/src/.*\\.resolver\\.ts$' },
      { path: ['node_modules/(drizzle-orm|postgres)/', '^drizzle-orm', '^postgres$'] },
    ),
    forbid(
      'graphql-stays-out-of-the-inside',
      'Commands, queries, steps, events, tables, jobs and mails do not know that a graph exists.',
      { path: '^server/src/modules/.*(/commands/[^/]+|\\.(table|queries|steps|events|jobs|mails))\\.ts$', pathNot: TEST },
      { path: ['node_modules/(type-graphql|graphql|graphql-scalars)/', '^(type-graphql|graphql|graphql-scalars)$'] },
    ),
    forbid(
      'loaders-stay-out-of-commands',
      'A loader reads outside the transaction; a command must not.',
      { path: '^server/src/modules/.*(/commands/[^/]+|\\.steps)\\.ts$', pathNot: TEST },
      { path: ['\\.loaders\\.ts$', 'node_modules/dataloader/'] },
    ),

    layer('client', 'ui', '^client/src/ui/', ['i18n/']),
    layer('client', 'i18n', '^client/src/i18n/', []),
    layer('client', 'graph', '^client/src/graph/', []),
    layer('client', 'features', '^client/src/features/', ['ui/', 'i18n/', 'graph/']),
    layer('client', 'pages', '^client/src/pages/', ['ui/', 'i18n/', 'graph/', 'features/']),
    forbid(
      'client-features-are-islands',
      'A page joins features; a feature does not know another one.',
      { path: '^client/src/features/([^/]+)/' },
      { path: '^client/src/features/', pathNot: '^client/src/features/$1/' },
    ),
    forbid('client-knows-only-the-graph', 'The client never imports the server.', { path: '^client/' }, { path: '^server/' }),
    forbid('server-knows-no-client', 'The server never imports the client.', { path: '^server/' }, { path: '^client/' }),
    forbid(
      'tests-stay-outside',
      'Only tests import tests.',
      { path: '^(server|client)/src/', pathNot: TEST },
      { path: `^server/test/|${TEST}` },
    ),
    forbid(
      'no-dev-tools-at-run-time',
      'The server runs without its development tools.',
      { path: '^server/src/', pathNot: TEST },
      { dependencyTypes: ['npm-dev'] },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'graphql-(env|cache)\\.d\\.ts$' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
  },
}
