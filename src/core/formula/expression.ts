/** What a formula is once read. Positions are character offsets into its text, `to` exclusive. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

export type ArithmeticOperator = "+" | "-" | "*" | "/" | "^";
export type ComparisonOperator = "<" | "<=" | ">" | ">=" | "=" | "<>";

export type Expression =
  /** `5%` is 0.05 and keeps its text. */
  | (Place & { readonly kind: "number"; readonly value: number; readonly text: string })
  | (Place & { readonly kind: "line"; readonly id: string })
  | (Place & { readonly kind: "negate"; readonly of: Expression })
  | (Place & {
      readonly kind: "arithmetic";
      readonly operator: ArithmeticOperator;
      readonly left: Expression;
      readonly right: Expression;
    })
  | (Place & {
      readonly kind: "comparison";
      readonly operator: ComparisonOperator;
      readonly left: Expression;
      readonly right: Expression;
    })
  | (Place & { readonly kind: "call"; readonly name: string; readonly args: readonly Expression[] });

/** What is wrong with a formula, where, and the word it stumbled over. */
export interface FormulaProblem extends Place {
  readonly code:
    | "empty"
    | "too-long"
    | "too-deep"
    | "unexpected-character"
    | "unexpected-token"
    | "number-too-large"
    | "unexpected-end"
    | "unclosed-parenthesis"
    | "unknown-line"
    | "unknown-function"
    | "argument-count"
    | "argument-kind"
    | "comparison-outside-if"
    /** A quotient whose divisor is nothing in every period: 1 / 0. */
    | "division-by-zero"
    /** Growth of a percentage is a difference in points: `yoy_change`. */
    | "growth-of-percentage"
    /** What a year's ratio is to bring is no difference of ratios: the quotient of what its parts are. */
    | "part-of-ratio"
    /** Amounts of different units do not add up; the word has both. */
    | "mixed-units";
  readonly word: string;
}
