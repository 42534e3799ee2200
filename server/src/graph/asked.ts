import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql'

/** Whether a field is asked for nothing but these fields of its type: then less has to be read. */
export function asksOnly({ fieldNodes, fragments }: GraphQLResolveInfo, fields: ReadonlySet<string>): boolean {
  const holds = (set: SelectionSetNode | undefined): boolean =>
    set === undefined ||
    set.selections.every((selection) => {
      if (selection.kind === Kind.FIELD) return fields.has(selection.name.value)
      return holds(selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments[selection.name.value]?.selectionSet)
    })
  return fieldNodes.every(({ selectionSet }) => holds(selectionSet))
}
