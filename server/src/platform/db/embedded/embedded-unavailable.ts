/** Says why no database can be started here and what to do instead; its text is meant for the person at the terminal. */
export class EmbeddedUnavailable extends Error {
  override readonly name = 'EmbeddedUnavailable'

  constructor(reason: { ja: string; en: string }) {
    super(
      [
        `同梱の PostgreSQL をここでは起動できません。${reason.ja}`,
        'PostgreSQL 16 以上を用意し、環境変数 DATABASE_URL に接続先を指定してください。',
        '例: DATABASE_URL=postgres://madoguchi_app:（パスワード）@localhost:5432/madoguchi',
        '',
        `The bundled PostgreSQL cannot run here. ${reason.en}`,
        'Please prepare PostgreSQL 16 or later and set DATABASE_URL to it.',
      ].join('\n'),
    )
  }
}
