import { piecesOf } from "./formula-tokens.ts";

/** A formula in its colours, as its editor has them. */
export function FormulaText({ formula }: { readonly formula: string }) {
  const pieces = piecesOf(formula);
  // Nothing tells pieces of one text apart but their order, and they keep nothing.
  return pieces.map(({ text, kind }, index) => (
    <span key={index} className={kind === null ? undefined : `formula-${kind}`}>
      {text}
    </span>
  ));
}
