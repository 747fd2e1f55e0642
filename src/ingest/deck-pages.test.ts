import { describe, expect, test } from "vitest";
import type { Fact, StatedFigure } from "#core/book.ts";
import { defaultDrawings } from "#core/charts/default-drawings.ts";
import { resolveDrawing } from "#core/charts/resolve-drawing.ts";
import { parseFormula } from "#core/formula/parse-formula.ts";
import { printFormula } from "#core/formula/print-formula.ts";
import { balancePage } from "#core/pages/balance-page.ts";
import { headlinePage } from "#core/pages/headline-page.ts";
import type { PageCell } from "#core/pages/page-cell.ts";
import { cellsIn } from "#core/pages/page-cell.ts";
import { periodPage } from "#core/pages/period-page.ts";
import { profitPage } from "#core/pages/profit-page.ts";
import { servicesPage } from "#core/pages/services-page.ts";
import { targetsPage } from "#core/pages/targets-page.ts";
import type { Span } from "#core/timeline.ts";
import { endOf, sameSpan } from "#core/timeline.ts";
import { valueOf } from "#core/units.ts";
import { ask, book } from "./deck-pages-suite.ts";

/** The trends of the deck's own lines, as the window draws them before anybody has made a chart. */
const charts = (...kinds: readonly string[]): unknown =>
  defaultDrawings(book, "iij")
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ drawing }) =>
      resolveDrawing(book, { company: "iij", scope: "consolidated", asOf: null, until: null }, drawing),
    );

describe("every figure of the deck stands on its page", () => {
  /** The deck's pages by their titles, and what shows them here. */
  const PAGES: Readonly<Record<string, () => unknown>> = {
    "Summary of Financial Results for 2Q and 1H06": () => [
      headlinePage(book, ask("2Q06")),
      headlinePage(book, ask("1H06")),
    ],
    "Consolidated Financial Results for 1H06": () => periodPage(book, ask("1H06")),
    "Consolidated Financial Results for 2Q06": () => periodPage(book, ask("2Q06")),
    // The totals stand above the stacks.
    "Trend of Quarterly Revenues": () => [charts("revenue-by-service"), servicesPage(book, ask("2Q06")).total],
    "Trend of Quarterly Operating and Net Income (Loss)": () => [
      charts("profits", "securities-gain"),
      profitPage(book, ask("2Q06")),
    ],
    "Results by Service - Connectivity and Value-added Services": () =>
      servicesPage(book, ask("2Q06")).segments.filter(({ row }) => row.line.id === "connectivity_vas_revenue"),
    "Results by Service - Systems Integration": () => {
      const { segments, crossCuts } = servicesPage(book, ask("2Q06"));
      return [segments.filter(({ row }) => row.line.id === "si_revenue"), crossCuts];
    },
    "Balance Sheets and Cash Flows in 2Q06": () => balancePage(book, ask("2Q06")),
    "Other Financial Data in 1Q06": () => balancePage(book, ask("2Q06")).otherData,
    "Revision of Financial Targets (November 2, 2006)": () => targetsPage(book, ask("2Q06")),
  };

  const pagesOf = ({ page }: Pick<Fact, "page">): string[] => page.split(" | ");
  const unitOf = (line: string): string => book.lines.find(({ id }) => id === line)?.unit ?? "";
  const isOf = (fact: Fact) => (cell: PageCell) =>
    cell.place !== null &&
    fact.stated !== "does-not-exist" &&
    cell.place.line === fact.line &&
    cell.place.scope === fact.scope &&
    cell.place.basis === fact.basis &&
    sameSpan(cell.place.span, fact.span) &&
    Math.abs((cell.value ?? Number.NaN) - valueOf(fact.stated, unitOf(fact.line))) < 1e-9;
  const formulaOf = (text: string): string => {
    const parsed = parseFormula(text);
    if ("problem" in parsed) throw new Error(text);
    return printFormula(parsed.expression);
  };
  /** A balance's change is the same whichever span ends there. */
  const isOn = (span: Span, claim: StatedFigure): boolean => {
    const isBalance = book.lines.some(({ id, kind }) => kind === "stock" && claim.expression.includes(`(${id})`));
    return sameSpan(span, claim.span) || (isBalance && endOf(span) === endOf(claim.span));
  };

  test("no page of the deck is left out", () => {
    const named = new Set([...book.facts.flatMap(pagesOf), ...book.statements.flatMap(pagesOf)]);
    expect([...named].toSorted()).toEqual(Object.keys(PAGES).toSorted());
  });

  test.each(Object.keys(PAGES))("%s", (title) => {
    const cells = cellsIn(PAGES[title]?.());
    const facts = book.facts.filter((fact) => pagesOf(fact).includes(title));
    const claims = book.statements.filter((claim) => pagesOf(claim).includes(title));
    expect(facts.length + claims.length).toBeGreaterThan(0);
    expect(facts.filter((fact) => !cells.some(isOf(fact))).map((fact) => `${fact.line} ${fact.asPrinted}`)).toEqual([]);
    const unfound = claims.filter(
      (claim) =>
        !cells.some(
          (cell) =>
            cell.expression !== null &&
            formulaOf(cell.expression) === formulaOf(claim.expression) &&
            isOn(cell.span, claim) &&
            cell.printed?.mantissa === claim.printed.mantissa &&
            cell.printed.decimals === claim.printed.decimals &&
            (cell.flagged || Math.abs((cell.value ?? Number.NaN) - valueOf(claim.printed, claim.unit)) < 1e-9),
        ),
    );
    expect(unfound.map((claim) => `${claim.expression} ${claim.asPrinted}`)).toEqual([]);
  });

  test("what is flagged is what the deck has wrong: one percentage, and equity at two dates", () => {
    const flagged = Object.values(PAGES)
      .flatMap((page) => cellsIn(page()))
      .filter((cell) => cell.flagged)
      .map(({ expression, place, value }) => `${expression ?? place?.line ?? ""} ${value ?? ""}`);
    const percentage = "revenue / target(revenue, initial) - 1";
    expect([...new Set(flagged)].toSorted()).toEqual([
      "equity 19808",
      "equity 20222",
      `${percentage} ${26_444 / 25_000 - 1}`,
    ]);
  });
});
