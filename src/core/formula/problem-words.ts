/** What is wrong with a formula, as a sentence for a person, in both languages. */
import type { Language } from "#core/book.ts";
import type { FormulaProblem } from "#core/formula/expression.ts";
import type { Argument } from "#core/formula/functions.ts";
import { FUNCTIONS } from "#core/formula/functions.ts";

type Words = Readonly<Record<Language, (word: string) => string>>;

const SENTENCES: Readonly<Record<FormulaProblem["code"], Words>> = {
  empty: { en: () => "there is nothing in it", ja: () => "何も入力されていません" },
  "too-long": {
    en: () => "it is longer than 4,000 characters; give parts of it lines of their own",
    ja: () => "4,000文字を超えています。一部を別の科目に分けてください",
  },
  "too-deep": {
    en: () => "its parentheses are nested too deep; give parts of it lines of their own",
    ja: () => "括弧の入れ子が深すぎます。一部を別の科目に分けてください",
  },
  "unexpected-character": {
    en: (word) => `“${visible(word)}” has no meaning in a formula`,
    ja: (word) => `「${visible(word)}」は数式に使えません`,
  },
  "unexpected-token": {
    en: (word) => `“${word}” cannot stand here`,
    ja: (word) => `ここに「${word}」は置けません`,
  },
  "number-too-large": {
    en: (word) => `${word} is larger than any number can be here`,
    ja: (word) => `${word} は扱える数の範囲を超えています`,
  },
  "unexpected-end": {
    en: () => "it ends where a figure, a line or a function is still to come",
    ja: () => "数値・科目・関数が必要なところで終わっています",
  },
  "unclosed-parenthesis": {
    en: () => "a parenthesis opened here is not closed",
    ja: () => "ここで開いた括弧が閉じていません",
  },
  "unknown-line": {
    en: (word) => (isFunction(word) ? `write it as ${formOf(word, "en")}` : `the book has no line ${word}`),
    ja: (word) =>
      isFunction(word) ? `${formOf(word, "ja")} の形で書いてください` : `「${word}」という科目はありません`,
  },
  "unknown-function": {
    en: (word) => `there is no function ${word}`,
    ja: (word) => `「${word}」という関数はありません`,
  },
  "argument-count": {
    en: (word) => `write it as ${formOf(word, "en")}`,
    ja: (word) => `${formOf(word, "ja")} の形で書いてください`,
  },
  "argument-kind": {
    en: (word) => `write it as ${formOf(word, "en")}`,
    ja: (word) => `${formOf(word, "ja")} の形で書いてください`,
  },
  "comparison-outside-if": {
    en: (word) => `figures are compared (${word}) only as the first part of if(…)`,
    ja: (word) => `比較（${word}）は if(…) の最初の項でしか使えません`,
  },
  "division-by-zero": {
    en: () => "nothing can be divided by 0",
    ja: () => "0 で割ることはできません",
  },
  "growth-of-percentage": {
    en: (word) => `the growth of a percentage would mislead; ${word}(…) gives the change in percentage points`,
    ja: (word) => `比率の成長率は誤解を招きます。ポイント差は ${word}(…) で求めてください`,
  },
  "part-of-ratio": {
    en: (word) => `a ratio does not add up over a year; take ${word}(…) of the amounts that it is made of`,
    ja: (word) => `比率は四半期を足しても通期になりません。もとの金額の ${word}(…) から求めてください`,
  },
  "mixed-units": {
    en: (word) => `what is in different units does not go together (${word.split(", ").join(" and ")})`,
    ja: (word) => `単位の異なるものは一緒に扱えません（${word.split(", ").join("と")}）`,
  },
};

/** What is wrong, as a phrase without its place: `the book has no line sales`. */
export const problemWords = ({ code, word }: Pick<FormulaProblem, "code" | "word">, language: Language): string =>
  SENTENCES[code][language](word);

const isFunction = (name: string): boolean => Object.hasOwn(FUNCTIONS, name);

/** A character that cannot be seen is told by its number. */
function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return /[\p{C}\p{Z}]/u.test(character) ? `U+${code.toString(16).toUpperCase().padStart(4, "0")}` : character;
}

const ARGUMENTS: Readonly<Record<Argument, Readonly<Record<Language, string>>>> = {
  expression: { en: "x", ja: "x" },
  condition: { en: "x > y", ja: "x > y" },
  line: { en: "line", ja: "科目" },
  whole: { en: "2", ja: "2" },
  "latest|initial": { en: "latest or initial", ja: "latest か initial" },
};

/** `lag(x, 2)`, `if(x > y, x, x)`, `sum(x, …)`. */
function formOf(name: string, language: Language): string {
  const known = isFunction(name) ? FUNCTIONS[name] : undefined;
  if (known === undefined) return `${name}(…)`;
  const parts = known.arguments.map((argument) => ARGUMENTS[argument][language]);
  return `${name}(${[...parts, ...(known.repeats === true ? ["…"] : [])].join(", ")})`;
}
