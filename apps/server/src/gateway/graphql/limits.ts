import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

export const MOST_TOKENS = 2_000;
const LIMITS = { depth: 10, fields: 300, aliases: 30 } as const;

type Size = Record<keyof typeof LIMITS, number>;
const NOTHING: Size = { depth: 0, fields: 0, aliases: 0 };

/** A validation rule: how deep, how wide and how often aliased an operation may be, its fragments spread out. */
export function limitSize(context: ValidationContext): ASTVisitor {
  const measured = new Map<string, Size>();
  const sizeOf = (set: SelectionSetNode | undefined): Size => {
    let size = NOTHING;
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) {
        const inner = sizeOf(selection.selectionSet);
        const alias = selection.alias === undefined ? 0 : 1;
        size = joined(size, { depth: inner.depth + 1, fields: inner.fields + 1, aliases: inner.aliases + alias });
      } else if (selection.kind === Kind.INLINE_FRAGMENT) size = joined(size, sizeOf(selection.selectionSet));
      else size = joined(size, sizeOfFragment(context.getFragment(selection.name.value)));
    }
    return size;
  };
  const sizeOfFragment = (fragment: FragmentDefinitionNode | null | undefined): Size => {
    if (!fragment) return NOTHING;
    const known = measured.get(fragment.name.value);
    if (known !== undefined) return known;
    // A circle of fragments counts as nothing here; another rule refuses it.
    measured.set(fragment.name.value, NOTHING);
    const size = sizeOf(fragment.selectionSet);
    measured.set(fragment.name.value, size);
    return size;
  };
  return {
    OperationDefinition(operation) {
      const size = sizeOf(operation.selectionSet);
      for (const [what, most] of Object.entries(LIMITS) as [keyof Size, number][]) {
        if (size[what] <= most) continue;
        context.reportError(
          new GraphQLError(`The operation has ${size[what]} in ${what}; at most ${most} are answered`, {
            nodes: operation,
          }),
        );
      }
    },
  };
}

const joined = (one: Size, other: Size): Size => ({
  depth: Math.max(one.depth, other.depth),
  fields: one.fields + other.fields,
  aliases: one.aliases + other.aliases,
});
