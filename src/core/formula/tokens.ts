/** A formula's text cut into tokens; the parser and the editor's colours read the same ones. */
import type { FormulaProblem, Place } from "#core/formula/expression.ts";

export interface Token extends Place {
  readonly kind: "number" | "name" | "operator" | "open" | "close" | "comma";
  readonly text: string;
}

/** Line ids and functions; a book's ids may be in any script. */
const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy;
/** A percent sign belongs to its number: 5% is 0.05. */
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?%?/iy;
const OPERATOR = /<=|>=|<>|[-+*/^<>=]/y;

const PATTERNS: readonly (readonly [Token["kind"], RegExp])[] = [
  ["number", NUMBER],
  ["name", NAME],
  ["operator", OPERATOR],
  ["open", /\(/y],
  ["close", /\)/y],
  ["comma", /,/y],
];

/** The tokens of a text, spaces dropped; or the first character that begins none. */
export function tokensOf(text: string): { readonly tokens: readonly Token[] } | { readonly problem: FormulaProblem } {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const space = /\s+/y;
    space.lastIndex = at;
    if (space.test(text)) {
      at = space.lastIndex;
      continue;
    }
    const token = tokenAt(text, at);
    if (token === null) {
      const word = String.fromCodePoint(text.codePointAt(at) ?? 0);
      return { problem: { code: "unexpected-character", word, from: at, to: at + word.length } };
    }
    tokens.push(token);
    at = token.to;
  }
  return { tokens };
}

function tokenAt(text: string, from: number): Token | null {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (match !== null) return { kind, text: match[0], from, to: from + match[0].length };
  }
  return null;
}
