type SourceRule = { name: string; advice: string; pattern: RegExp; applies: (path: string) => boolean }

const inServer = (path: string) => path.startsWith('server/') && path.endsWith('.ts')
const inClient = (path: string) => path.startsWith('client/') && /\.tsx?$/.test(path)
const isClock = (path: string) => /^server\/src\/platform\/clock(\/|\.)/.test(path) || /^client\/src\/.*clock\.tsx?$/.test(path)

/** What no lint rule can say: each pattern is forbidden in the files it applies to. */
const SOURCE_RULES: readonly SourceRule[] = [
  {
    name: 'one-clock',
    advice: 'ask ctx.now(); platform/clock is the only clock',
    pattern: /\bnew Date\(\s*\)|\bDate\.now\b|\bdefaultNow\(/g,
    applies: (path) => (inServer(path) || inClient(path)) && !isClock(path),
  },
  {
    name: 'no-clock-in-sql',
    advice: 'pass ctx.now() as a parameter',
    pattern: /sql(?:<[^`]*?>)?`[^`]*?(?<![.\w])(?:now\(\)|current_date|current_timestamp|localtimestamp|clock_timestamp\(\))/gi,
    applies: (path) => inServer(path) && !isClock(path),
  },
  {
    name: 'no-clock-in-migrations',
    advice: 'no column default may ask the database for the time',
    pattern: /(?<!\.)\b(?:now\(\)|current_date|current_timestamp|localtimestamp)/gi,
    applies: (path) => path.startsWith('drizzle/') && path.endsWith('.sql'),
  },
  {
    name: 'dads-greys',
    advice: 'use solid-gray-… of the design system instead of the default palette',
    pattern: /(?<!solid-|opacity-)\bgray-\d+/g,
    applies: (path) => path.startsWith('client/src/'),
  },
  {
    name: 'one-environment-reader',
    advice: 'only server/src/config.ts reads process.env',
    pattern: /\bprocess\.env\b/g,
    applies: (path) => path.startsWith('server/src/') && path !== 'server/src/config.ts' && !path.endsWith('.test.ts'),
  },
]

/** One line per place in `source` that breaks a rule. */
export function breaches(path: string, source: string): string[] {
  return SOURCE_RULES.filter((rule) => rule.applies(path)).flatMap((rule) =>
    [...source.matchAll(rule.pattern)].map((match) => {
      const line = source.slice(0, match.index + match[0].length).split('\n').length
      return `${path}:${line}  ${rule.name}: ${rule.advice}`
    }),
  )
}
