/** `eval BOOK EXPR --period P`. */
import { isFigure } from "#core/figures/cell.ts";
import type { Route } from "#core/figures/cell.ts";
import { figuresOf } from "#core/figures/figures.ts";
import type { Figures } from "#core/figures/figures.ts";
import { isMixed } from "#core/figures/rests.ts";
import { reachOf } from "#core/figures/reach.ts";
import { formatFigure } from "#core/format-amount.ts";
import { checkFormula } from "#core/formula/check-formula.ts";
import type { Expression } from "#core/formula/expression.ts";
import { problemWords } from "#core/formula/problem-words.ts";
import type { Gap } from "#core/gaps.ts";
import { unitOfExpression } from "#core/formula/unit-of-expression.ts";
import { Fault } from "#core/faults.ts";
import type { Span } from "#core/timeline.ts";
import type { Arguments } from "./arguments.ts";
import { required } from "./arguments.ts";
import { boundsOf } from "./bounds.ts";
import type { Answer, Surroundings } from "./commands.ts";
import { gapText } from "./gap-text.ts";
import { companyOf, readBookOf, spanNamed, viewOf } from "./open.ts";
import { MIXED, MIXED_WORDS } from "./show.ts";

/** A gap is an answer. @throws Fault for a formula or a period that cannot be read. */
export async function evaluate(given: Arguments, surroundings: Surroundings): Promise<Answer> {
  const book = readBookOf(given, surroundings);
  const company = companyOf(book, given);
  const span = spanNamed(required(given, "period"), company);
  const lines = new Map(book.lines.map((line) => [line.id, line]));
  const formula = checkFormula(given.operands[1] ?? "", lines);
  if ("problem" in formula) {
    const { problem } = formula;
    throw new Fault("bad-formula", { what: problemWords(problem, "en"), at: String(problem.from + 1) });
  }
  const { expression } = formula;
  const view = viewOf(given, company);
  const figures = figuresOf(book, view);
  const { result, route, decimals } = answerOf(figures, expression, span);
  if (typeof result !== "number") {
    const detail = gapText(result, book, company);
    return { data: { gap: result.gap, detail }, text: detail };
  }
  const unit = unitOfExpression(expression, lines) ?? "";
  const text = formatFigure(result, { unit, decimals, negatives: "minus" });
  const mixedVintages = isMixed(figures.restsOn(expression, span));
  const reach = reachOf(book, view, [{ sign: 1, expression, span }]);
  return {
    data: { value: result, text, route, mixedVintages, ...boundsOf(reach ?? { low: result, high: result }) },
    text: `${text}${unit === "" || text.endsWith("%") ? "" : ` ${unit}`}  (${route}${mixedVintages ? `; ${MIXED} ${MIXED_WORDS}` : ""})`,
  };
}

/** A line alone has its own route; anything put together is computed. */
function answerOf(
  figures: Figures,
  expression: Expression,
  span: Span,
): { result: number | Gap; route: Route; decimals: number | null } {
  if (expression.kind !== "line")
    return { result: figures.evaluate(expression, span), route: "computed", decimals: null };
  const cell = figures.cell(expression.id, span);
  if (isFigure(cell)) return { result: cell.value, route: cell.route, decimals: cell.decimals };
  return { result: cell, route: "computed", decimals: null };
}
