import { tokensIn } from "./formula-tokens.ts";
import type { Argument } from "#core/formula/functions.ts";
import { FUNCTIONS } from "#core/formula/functions.ts";

/** The call that a caret stands in, and which of its arguments. */
export interface CallAt {
  readonly name: string;
  /** From 0. */
  readonly argument: number;
}

/** The innermost call of a known function around a caret; null outside of any. */
export function callAt(text: string, caret: number): CallAt | null {
  const open: { readonly name: string; argument: number }[] = [];
  const tokens = tokensIn(text).filter(({ from }) => from < caret);
  tokens.forEach(({ kind, to }, index) => {
    const before = tokens[index - 1];
    const innermost = open.at(-1);
    if (kind === "open") open.push({ name: before?.kind === "name" ? before.text : "", argument: 0 });
    else if (kind === "comma" && innermost !== undefined) innermost.argument += 1;
    else if (kind === "close" && to <= caret) open.pop();
  });
  return open.findLast(({ name }) => Object.hasOwn(FUNCTIONS, name)) ?? null;
}

/** What stands for an argument in a signature. */
export interface ShownArgument {
  readonly text: string;
  readonly isNeeded: boolean;
}

/** The arguments of a function as its signature shows them: `x, n`; a repeated last one ends in `…`. */
export function signatureOf(
  name: string,
  kindWords: { readonly condition: string; readonly line: string },
): ShownArgument[] {
  const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (known === undefined) return [];
  const letters = ["x", "y", "z"];
  const shownAs = (kind: Argument): string => {
    switch (kind) {
      case "expression":
        return letters.shift() ?? "";
      case "whole":
        return "n";
      case "latest|initial":
        return "latest | initial";
      case "condition":
      case "line":
        return kindWords[kind];
    }
  };
  const shown = known.arguments.map((kind, index) => ({ text: shownAs(kind), isNeeded: index < known.needed }));
  // Two of a kind say that there may be more; one and an ellipsis could be read as one.
  return known.repeats === true ? [...shown, { text: "y", isNeeded: false }, { text: "…", isNeeded: false }] : shown;
}

/** Which argument may stand where the caret is; null outside of a call. */
export function argumentAt(call: CallAt | null): Argument | null {
  const kinds = call === null ? undefined : FUNCTIONS[call.name]?.arguments;
  return kinds?.[Math.min(call?.argument ?? 0, kinds.length - 1)] ?? null;
}
