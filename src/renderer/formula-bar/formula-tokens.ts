/** A formula cut into coloured pieces by core's own tokenizer: the bar and its editor colour alike. */
import { formulaText } from "#core/formula-plan.ts";
import { tokensOf, type Token } from "#core/formula/tokens.ts";

/** What a piece is coloured as; null: spaces, and characters that begin no token. */
export type PieceKind = "line" | "function" | "number" | "operator" | "bracket" | null;

export interface Piece {
  readonly text: string;
  readonly kind: PieceKind;
}

/** Every token of a text, as typed or as read; what begins none is passed over. */
export function tokensIn(typed: string): readonly Token[] {
  const text = formulaText(typed);
  const tokens: Token[] = [];
  let from = 0;
  for (;;) {
    const cut = tokensOf(text.slice(from));
    const to = "tokens" in cut ? text.length : from + cut.problem.from;
    const part = "tokens" in cut ? cut : tokensOf(text.slice(from, to));
    if ("tokens" in part)
      tokens.push(...part.tokens.map((token) => ({ ...token, from: token.from + from, to: token.to + from })));
    if ("tokens" in cut) return tokens;
    from += cut.problem.to;
  }
}

/** What each token is coloured as; a name before a parenthesis calls a function. */
export const kindsOf = (tokens: readonly Token[]): readonly Exclude<PieceKind, null>[] =>
  tokens.map(({ kind }, index) => {
    if (kind === "name") return tokens[index + 1]?.kind === "open" ? "function" : "line";
    return kind === "number" || kind === "operator" ? kind : "bracket";
  });

/** A text in pieces, nothing of it left out. */
export function piecesOf(text: string): readonly Piece[] {
  const tokens = tokensIn(text);
  const kinds = kindsOf(tokens);
  const pieces: Piece[] = [];
  let at = 0;
  tokens.forEach(({ from, to }, index) => {
    if (from > at) pieces.push({ text: text.slice(at, from), kind: null });
    pieces.push({ text: text.slice(from, to), kind: kinds[index] ?? null });
    at = to;
  });
  if (at < text.length) pieces.push({ text: text.slice(at), kind: null });
  return pieces;
}
