import { type FragmentOf, graphql, readFragment } from '../../graph/graphql.ts'

export const TermsText_section = graphql(`
  fragment TermsText_section on TermsSection {
    title
    paragraphs
  }
`)

/** The sections of a text that is agreed to. */
export function TermsText(props: { sections: readonly FragmentOf<typeof TermsText_section>[]; level?: 2 | 3 }) {
  const Heading = `h${props.level ?? 2}` as const
  return (
    <>
      {readFragment(TermsText_section, props.sections).map(({ title, paragraphs }, index) => (
        <section key={title} className={index > 0 ? 'mt-6' : undefined}>
          <Heading className="text-[1.125rem]">{title}</Heading>
          {paragraphs.map((paragraph) => (
            <p key={paragraph} className="mt-2">
              {paragraph}
            </p>
          ))}
        </section>
      ))}
    </>
  )
}
