/**
 * Reads a formula. Counterpart of print-formula.
 *
 * Precedence is Excel's, so that an exported formula keeps its value: unary minus binds tighter
 * than ^ (−2^2 is 4), ^ reads from the left (2^3^2 is 64).
 */
import type { ArithmeticOperator, ComparisonOperator, Expression, FormulaProblem } from "#core/formula/expression.ts";
import type { Token } from "#core/formula/tokens.ts";
import { tokensOf } from "#core/formula/tokens.ts";

export type ParsedFormula = { readonly expression: Expression } | { readonly problem: FormulaProblem };

/**
 * A formula of more characters, spaces aside, was not typed by a person; the limit keeps parsing
 * time bounded. Spaces do not count, so that what is printed with them is read again.
 */
const MAX_LENGTH = 4000;
/** Nesting deeper than this is a mistake, and recursion must end well before the stack does. */
const MAX_DEPTH = 100;

/** How tightly an operator binds; higher is tighter. */
const BINDING: Readonly<Record<string, number>> = {
  "<": 1,
  "<=": 1,
  ">": 1,
  ">=": 1,
  "=": 1,
  "<>": 1,
  "+": 2,
  "-": 2,
  "*": 3,
  "/": 3,
  "^": 4,
};

/** Carries a problem out of the descent; never leaves this file. */
class Refusal extends Error {
  readonly problem: FormulaProblem;
  constructor(problem: FormulaProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** Reads the form of a formula; names are checked by `readFormula`. Never throws. */
export function parseFormula(text: string): ParsedFormula {
  if (text.length > MAX_LENGTH && text.replace(/\s+/g, "").length > MAX_LENGTH)
    return { problem: { code: "too-long", word: "", from: MAX_LENGTH, to: text.length } };
  const cut = tokensOf(text);
  if ("problem" in cut) return cut;
  if (cut.tokens.length === 0) return { problem: { code: "empty", word: "", from: 0, to: text.length } };
  try {
    return { expression: new Descent(cut.tokens, text.length).whole() };
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.problem };
    throw error;
  }
}

class Descent {
  readonly #tokens: readonly Token[];
  readonly #length: number;
  #at = 0;

  constructor(tokens: readonly Token[], length: number) {
    this.#tokens = tokens;
    this.#length = length;
  }

  whole(): Expression {
    const expression = this.#binary(1, 0);
    const rest = this.#tokens[this.#at];
    if (rest !== undefined) this.#unexpected(rest);
    return expression;
  }

  #binary(weakest: number, depth: number): Expression {
    let left = this.#unary(depth);
    for (;;) {
      const token = this.#tokens[this.#at];
      const binding = token?.kind === "operator" ? BINDING[token.text] : undefined;
      if (token === undefined || binding === undefined || binding < weakest) return left;
      this.#at += 1;
      const right = this.#binary(binding + 1, depth + 1);
      const place = { from: left.from, to: right.to };
      left =
        binding === 1
          ? { kind: "comparison", operator: token.text as ComparisonOperator, left, right, ...place }
          : { kind: "arithmetic", operator: token.text as ArithmeticOperator, left, right, ...place };
    }
  }

  #unary(depth: number): Expression {
    const token = this.#tokens[this.#at];
    // Left-recursive chains grow without recursion here, but every walk over the tree recurses.
    if (depth > MAX_DEPTH || this.#at > MAX_LENGTH) this.#refuse("too-deep", token);
    if (token?.kind === "operator" && token.text === "-") {
      this.#at += 1;
      const of = this.#unary(depth + 1);
      return { kind: "negate", of, from: token.from, to: of.to };
    }
    return this.#primary(depth);
  }

  #primary(depth: number): Expression {
    const token = this.#tokens[this.#at];
    if (token === undefined) return this.#refuse("unexpected-end", token);
    this.#at += 1;
    const { from, to, text } = token;
    if (token.kind === "number") {
      const percent = text.endsWith("%");
      const value = percent ? Number(text.slice(0, -1)) / 100 : Number(text);
      if (!Number.isFinite(value)) this.#refuse("number-too-large", token);
      return { kind: "number", value, text, from, to };
    }
    if (token.kind === "name") {
      const opened = this.#tokens[this.#at];
      if (opened?.kind !== "open") return { kind: "line", id: text, from, to };
      this.#at += 1;
      const args = this.#args(opened, depth);
      return { kind: "call", name: text, args, from, to: this.#tokens[this.#at - 1]?.to ?? to };
    }
    if (token.kind === "open") {
      const inner = this.#binary(1, depth + 1);
      this.#close(token);
      return inner;
    }
    return this.#unexpected(token);
  }

  #args(opened: Token, depth: number): Expression[] {
    const args: Expression[] = [];
    if (this.#tokens[this.#at]?.kind === "close") {
      this.#at += 1;
      return args;
    }
    for (;;) {
      args.push(this.#binary(1, depth + 1));
      if (this.#tokens[this.#at]?.kind !== "comma") break;
      this.#at += 1;
    }
    this.#close(opened);
    return args;
  }

  #close(opened: Token): void {
    const token = this.#tokens[this.#at];
    if (token === undefined) this.#refuse("unclosed-parenthesis", opened);
    else if (token.kind !== "close") this.#unexpected(token);
    this.#at += 1;
  }

  #unexpected(token: Token): never {
    return this.#refuse("unexpected-token", token);
  }

  #refuse(code: FormulaProblem["code"], token: Token | undefined): never {
    const from = token?.from ?? this.#length;
    throw new Refusal({ code, word: token?.text ?? "", from, to: token?.to ?? this.#length });
  }
}
