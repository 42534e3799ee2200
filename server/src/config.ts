import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Everything the environment decides, read once; the rest of the server never looks at process.env. */
export type Config = {
  port: number
  /** Null: the start script brings the embedded database. */
  databaseUrl: string | null
  /** For migrations and jobs. */
  ownerUrl: string | null
  dataDir: string
  nodeEnv: 'production' | 'development' | 'test'
  demo: boolean
  publicUrl: string
  /** Null: no metrics are offered. */
  metricsPort: number | null
  /** Null: mails go to the outbox of /dev/mail. */
  smtpUrl: string | null
  /** 32 bytes in base64 that seal secrets; all servers of a deployment share it. Null: one of this machine's own. */
  secretKey: string | null
  /** Which rules passwords follow (policy.ts). */
  passwordPolicy: 'seed' | 'nist'
  /** Origins besides `publicUrl` whose pages may use cookies here. */
  trustedOrigins: readonly string[]
}

type Env = Readonly<Record<string, string | undefined>>

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url))

/** Reads and checks the environment; an empty variable counts as not set. */
export function readConfig(env: Env = process.env): Config {
  const nodeEnv = readNodeEnv(env)
  const demo = env.DEMO === '1'
  if (demo && nodeEnv === 'production') {
    throw new Error('DEMO=1 は NODE_ENV=production と一緒には使えません。 / DEMO=1 is refused with NODE_ENV=production.')
  }
  const port = readPort(env, 'PORT') ?? 4000
  const databaseUrl = readUrl(env, 'DATABASE_URL', ['postgres:', 'postgresql:'])
  const publicUrl = readUrl(env, 'PUBLIC_URL', ['http:', 'https:']) ?? `http://localhost:${port}`
  return {
    port,
    databaseUrl,
    ownerUrl: readUrl(env, 'DATABASE_OWNER_URL', ['postgres:', 'postgresql:']) ?? databaseUrl,
    dataDir: resolve(REPOSITORY, env.DATA_DIR || '.data'),
    nodeEnv,
    demo,
    publicUrl: publicUrl.replace(/\/+$/, ''),
    metricsPort: readPort(env, 'METRICS_PORT'),
    smtpUrl: readUrl(env, 'SMTP_URL', ['smtp:', 'smtps:']),
    secretKey: readSecret(env),
    passwordPolicy: readPasswordPolicy(env),
    trustedOrigins: (env.TRUSTED_ORIGINS ?? '')
      .split(',')
      .map((origin) => origin.trim())
      .filter(Boolean)
      .map((origin) => new URL(origin).origin),
  }
}

function readNodeEnv(env: Env): Config['nodeEnv'] {
  const value = env.NODE_ENV || 'development'
  if (value === 'production' || value === 'development' || value === 'test') return value
  throw new Error(
    `NODE_ENV は production・development・test のどれかです（今は ${value}）。 / NODE_ENV must be production, development or test.`,
  )
}

function readSecret(env: Env): string | null {
  const value = env.SECRET_KEY
  if (!value) return null
  if (Buffer.from(value, 'base64').length === 32) return value
  throw new Error('SECRET_KEY は32バイトを base64 で書いたものです。 / SECRET_KEY must be 32 bytes in base64.')
}

function readPasswordPolicy(env: Env): Config['passwordPolicy'] {
  const value = env.PASSWORD_POLICY || 'seed'
  if (value === 'seed' || value === 'nist') return value
  throw new Error(`PASSWORD_POLICY は seed か nist です（今は ${value}）。 / PASSWORD_POLICY must be seed or nist.`)
}

function readPort(env: Env, name: string): number | null {
  const value = env[name]
  if (!value) return null
  const port = Number(value)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new Error(`${name} は 0 から 65535 までの数です（今は ${value}）。 / ${name} must be a number from 0 to 65535.`)
}

function readUrl(env: Env, name: string, protocols: readonly string[]): string | null {
  const value = env[name]
  if (!value) return null
  const protocol = URL.canParse(value) ? new URL(value).protocol : null
  if (protocol && protocols.includes(protocol)) return value
  throw new Error(`${name} は ${protocols.join(' か ')}// で始まる接続先です。 / ${name} must start with ${protocols.join(' or ')}//.`)
}
