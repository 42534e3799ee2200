import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

describe('configuration', () => {
  it('has defaults for a bare clone', () => {
    expect(readConfig({})).toMatchObject({
      port: 4000,
      databaseUrl: null,
      ownerUrl: null,
      nodeEnv: 'development',
      demo: false,
      publicUrl: 'http://localhost:4000',
      metricsPort: null,
      smtpUrl: null,
      trustedOrigins: [],
    })
    expect(readConfig({}).dataDir).toMatch(/\.data$/)
  })

  it('refuses the demo in production and allows it elsewhere', () => {
    expect(() => readConfig({ DEMO: '1', NODE_ENV: 'production' })).toThrow('DEMO=1')
    expect(readConfig({ DEMO: '1' }).demo).toBe(true)
    expect(readConfig({ DEMO: '0', NODE_ENV: 'production' }).demo).toBe(false)
  })

  it('uses the application address for migrations unless the owner has one', () => {
    const databaseUrl = 'postgres://app:x@db/madoguchi'
    expect(readConfig({ DATABASE_URL: databaseUrl }).ownerUrl).toBe(databaseUrl)
    expect(readConfig({ DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: 'postgres://owner:y@db/madoguchi' })).toMatchObject({
      databaseUrl,
      ownerUrl: 'postgres://owner:y@db/madoguchi',
    })
  })

  it('names the variable that cannot be understood', () => {
    expect(() => readConfig({ PORT: '65536' })).toThrow('PORT')
    expect(readConfig({ PORT: '65535' }).port).toBe(65_535)
    expect(() => readConfig({ DATABASE_URL: 'mysql://db/x' })).toThrow('DATABASE_URL')
    expect(() => readConfig({ PASSWORD_POLICY: 'strong' })).toThrow('PASSWORD_POLICY')
    expect([readConfig({}).passwordPolicy, readConfig({ PASSWORD_POLICY: 'nist' }).passwordPolicy]).toEqual(['seed', 'nist'])
    expect(() => readConfig({ SMTP_URL: 'mail.example' })).toThrow('SMTP_URL')
    expect(() => readConfig({ NODE_ENV: 'staging' })).toThrow('NODE_ENV')
  })

  it('keeps only the origins of trusted addresses', () => {
    expect(readConfig({ TRUSTED_ORIGINS: 'https://a.example/path, https://b.example:8443' }).trustedOrigins).toEqual([
      'https://a.example',
      'https://b.example:8443',
    ])
  })
})
