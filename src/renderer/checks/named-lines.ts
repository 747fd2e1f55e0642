import type { LineFormulas } from "#core/figures/formulas.ts";
import type { Expression } from "#core/formula/expression.ts";

/** The lines that an expression names, in the order it names them; those it means by `children` come last. */
export function namedLines(expression: Expression, known: Pick<LineFormulas, "lines" | "children">): string[] {
  const inner = (part: Expression): string[] => namedLines(part, known);
  switch (expression.kind) {
    case "number":
      return [];
    case "line":
      // The words of target(x, initial) are no lines.
      return known.lines.has(expression.id) ? [expression.id] : [];
    case "negate":
      return inner(expression.of);
    case "arithmetic":
    case "comparison":
      return [...inner(expression.left), ...inner(expression.right)];
    case "call": {
      const [first] = expression.args;
      const meant =
        expression.name === "children" && first?.kind === "line" ? (known.children.get(first.id) ?? []) : [];
      return [...expression.args, ...meant].flatMap(inner);
    }
  }
}
