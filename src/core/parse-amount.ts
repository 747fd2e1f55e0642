/**
 * Reads figures as people type and print them: `1,234`, `(1,234)`, `△1,234`, `−1,234`,
 * `１，２３４`, `18.3%`, `140.1億円`, `12.3bn`, `1e3`, `-`. Counterpart of format-amount.
 *
 * What could be read in two ways is refused with the reason: a wrong guess here is a wrong figure
 * that nobody sees.
 */
import type { Stated } from "#core/book.ts";
import { placesBetween, unitOf } from "#core/units.ts";

export type AmountProblemCode =
  /** Nothing but spaces. */
  | "empty"
  /** No number in it that is known here. */
  | "not-a-number"
  /** Commas that do not group by three: 1,23 is 123 to some and 1.23 to others. */
  | "grouping"
  /** Spaces between digits: `1 234` is one figure to some and two to others. */
  | "spaces"
  /** Less than 1 in a line of percent, without the sign: 0.183 is 18.3 % to some and 0.183 % to others. */
  | "fraction"
  /** More than one decimal point: 1.234.567. */
  | "points"
  /** Two signs, or an open parenthesis: (△5. */
  | "sign"
  /** A percent sign in a line that is not a percentage. */
  | "percent"
  /** A unit that does not fit the line's: 12.3bn in contracts of a percentage. */
  | "unit"
  /** More digits than are held exactly. */
  | "too-long"
  /** The unit is not said, and in that of the line it would be nearer to the figures beside it. */
  | "which-unit";

export interface AmountProblem {
  readonly code: AmountProblemCode;
  /** The characters as typed. */
  readonly text: string;
}

export type ParsedAmount = { readonly stated: Stated } | { readonly problem: AmountProblem };

/** What may follow a number, and the power of ten it multiplies by. A currency must be the line's own. */
const SUFFIXES: Readonly<Record<string, { readonly power: number; readonly currency?: string }>> = {
  円: { power: 0, currency: "JPY" },
  千: { power: 3 },
  千円: { power: 3, currency: "JPY" },
  万: { power: 4 },
  万円: { power: 4, currency: "JPY" },
  百万: { power: 6 },
  百万円: { power: 6, currency: "JPY" },
  億: { power: 8 },
  億円: { power: 8, currency: "JPY" },
  兆: { power: 12 },
  兆円: { power: 12, currency: "JPY" },
  k: { power: 3 },
  thousand: { power: 3 },
  m: { power: 6 },
  mn: { power: 6 },
  million: { power: 6 },
  bn: { power: 9 },
  billion: { power: 9 },
  tn: { power: 12 },
  trillion: { power: 12 },
};

const CURRENCY_SIGNS: Readonly<Record<string, string>> = { "¥": "JPY", $: "USD", "€": "EUR", "£": "GBP" };

/** Dashes that stand alone for an item that does not exist; NFKC has turned － into - before. */
const LONE_DASH = /^[-‐‒–—―ー−]$/;
/** NFKC has turned the hyphen that holds words together into ‐ before. */
const SIGN = /^[-‐‒–−△▲+]/;

/** A space between the digits of a number other than those that hold it together: no-break, narrow and thin. */
const LOOSE_SPACE = /[\p{Nd}.,][\u00a0\u2009\u202f]*[^\S\u00a0\u2009\u202f]\s*[\p{Nd}.,]/u;

/**
 * Where a text comes from. Typed into a line of percent, 0.183 may be meant as a fraction; printed there, or given
 * to a command, it is what it says.
 */
type AmountOrigin = "typed" | "printed";

/** How a text is read where it does not say it itself. */
export interface AmountReading {
  /** The unit of a number without one, where it is not the line's own: the one that the line is shown in. */
  readonly bareUnit?: string;
  /** `typed` where it is left out. */
  readonly origin?: AmountOrigin;
}

/**
 * Reads one cell's text for a line of a unit.
 *
 * A number without a unit is in the line's own: `18.3` in a `%` line is 18.3 %; typed below 1 it needs its sign.
 * A number with a scale is turned into the line's and keeps its precision: 140.1億 in JPY million is good to ten
 * million. Digits are grouped by three, with commas or with spaces that do not break.
 *
 * @returns the figure as printed, `does-not-exist` for a lone dash, or the problem. Never throws.
 */
export function parseAmount(
  text: string,
  unitName: string,
  { bareUnit = unitName, origin = "typed" }: AmountReading = {},
): ParsedAmount {
  const fail = (code: AmountProblemCode): ParsedAmount => ({ problem: { code, text } });
  const unit = unitOf(unitName);
  // A footnote's mark or a circled number would become a digit of the figure before it.
  if (/[²³¹⁰-₟①-⓿❶-➓¼-¾⅐-↋]/.test(text)) return fail("not-a-number");
  if (LOOSE_SPACE.test(text)) return fail("spaces");
  let rest = text.normalize("NFKC").trim();
  if (rest === "") return fail("empty");
  if (LONE_DASH.test(rest)) return { stated: "does-not-exist" };

  let negative = false;
  // Where parentheses stand for a minus, a percent sign may stand behind them: (29)%.
  rest = rest.replace(/^(\(.*)\)\s*%$/, "$1%)");
  if (rest.startsWith("(") || rest.endsWith(")")) {
    if (!(rest.startsWith("(") && rest.endsWith(")"))) return fail(/\d/.test(rest) ? "sign" : "not-a-number");
    negative = true;
    rest = rest.slice(1, -1).trim();
  }
  const currencySign = (): boolean => {
    const currency = CURRENCY_SIGNS[rest.charAt(0)];
    if (currency === undefined) return true;
    rest = rest.slice(1).trim();
    return currency === unit.currency;
  };
  if (!currencySign()) return fail("unit");
  if (SIGN.test(rest)) {
    if (negative) return fail("sign");
    negative = !rest.startsWith("+");
    rest = rest.slice(1).trim();
    if (SIGN.test(rest)) return fail("sign");
    if (!currencySign()) return fail("unit");
  }

  const parts = /^(\.?\d[\d,. ]*)(e[+-]?\d{1,3})?\s*([^\d\s].*)?$/i.exec(rest);
  if (parts === null) return fail("not-a-number");
  const [, number = "", exponent, suffix] = parts;
  const digits = digitsOf(number.trim());
  if (typeof digits === "string") return fail(digits);

  let power = 0;
  if (suffix === "%") {
    if (unit.kind !== "percent" && unit.kind !== "points") return fail("percent");
  } else if (suffix !== undefined) {
    // `140 USD`: a unit of one, which has no word of its own.
    const known = suffix === unit.currency ? { power: 0, currency: suffix } : SUFFIXES[suffix.toLowerCase()];
    if (known === undefined) return fail("not-a-number");
    const fits = unit.kind === "money" || (unit.kind === "count" && known.currency === undefined);
    if (!fits || (known.currency !== undefined && known.currency !== unit.currency)) return fail("unit");
    power = known.power - Math.log10(unit.scale);
  } else power = placesBetween(unitName, bareUnit);
  // 1e3 is a way to type a thousand, not a figure known to the thousand: it gets no coarser than one.
  const raised = exponent === undefined ? 0 : Number(exponent.slice(1));
  let { mantissa } = digits;
  let decimals = digits.decimals - raised;
  if (decimals < 0) {
    mantissa *= 10 ** -decimals;
    decimals = 0;
  }
  decimals -= Math.round(power);
  // Shown in thousands, 14,007 million ends in three zeros that no source printed: typed back they are not digits either.
  if (suffix === undefined && power < 0 && digits.decimals === 0 && Number.isSafeInteger(mantissa))
    for (; decimals > 0 && mantissa % 10 === 0; decimals--) mantissa /= 10;
  // Beyond 2^53 − 1 a double skips whole numbers; beyond 15 decimals it has no digits left.
  const whole = decimals < 0 ? mantissa * 10 ** -decimals : mantissa;
  const isFraction = mantissa !== 0 && mantissa < 10 ** decimals;
  if (origin === "typed" && unit.kind === "percent" && suffix === undefined && isFraction) return fail("fraction");
  if (!Number.isSafeInteger(mantissa) || !Number.isSafeInteger(whole) || Math.abs(decimals) > 15)
    return fail("too-long");
  return { stated: { mantissa: negative && mantissa !== 0 ? -mantissa : mantissa, decimals } };
}

/** The digits before any unit: plain, or grouped by three. */
function digitsOf(number: string): { mantissa: number; decimals: number } | AmountProblemCode {
  if ((number.match(/\./g) ?? []).length > 1) return "points";
  const [whole = "", fraction = ""] = number.split(".");
  if (/[, ]/.test(fraction)) return "grouping";
  if (!/^(?:\d*|\d{1,3}(?:(?:,\d{3})+|(?: \d{3})+))$/.test(whole)) return whole.includes(" ") ? "spaces" : "grouping";
  if (number.endsWith(".")) return "not-a-number";
  return { mantissa: Number(whole.replace(/[, ]/g, "") + fraction), decimals: fraction.length };
}
