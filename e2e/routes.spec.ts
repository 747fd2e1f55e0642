import { expect, test } from "./app.ts";

const SYSTEMS = "Systems integration";
const ONE_TIME = "Systems integration (one-time)";
const RECURRING = "Outsourced operation of systems integration (recurring)";
const CONTRACTS = "Number of dedicated access contracts";

test("every cell is marked by how its figure came to be", async ({ kessan }) => {
  const { bar, grid, explanation } = kessan;
  for (const [line, period, text, mark] of [
    ["Total revenues", "2Q06", "14,007", "reported"],
    ["Total costs", "1Q06", "10,134", "derived"],
    [ONE_TIME, "4Q05", "6,258", "implied"],
    ["Gross margin ratio", "1Q06", "18.5%", "computed"],
  ] as const) {
    await grid.goTo(line, period);
    await expect(grid.cell(line, period)).toHaveText(text);
    await grid.expectMark(line, period, mark);
    await grid.expectRestsOnImplied(line, period, false);
    await expect(explanation.fact("route")).toHaveText(kessan.words.explain.routes[mark]);
  }

  await bar.show("FY");
  await grid.goTo(ONE_TIME, "FY2005");
  await expect(grid.cell(ONE_TIME, "FY2005")).toHaveText(/12,296$/);
  await grid.expectMark(ONE_TIME, "FY2005", "summed");
  await grid.expectRestsOnImplied(ONE_TIME, "FY2005", true);
  await expect(explanation.fact("route")).toHaveText("Sum of its quarters, resting on an implied figure");
  await expect(explanation.inputs).toHaveText([
    /\+.*1Q05.*1,193$/,
    /\+.*2Q05.*2,405$/,
    /\+.*3Q05.*2,440$/,
    /\+.*4Q05.*6,258.*implied$/,
  ]);
});

test("a derived and a computed figure show their working", async ({ kessan }) => {
  const { grid, explanation } = kessan;
  await grid.goTo("Total costs", "1Q06");
  await expect(explanation.fact("way")).toHaveText("1H06 − 2Q06");
  await expect(explanation.inputs).toHaveText([/\+.*Total costs.*1H06.*21,582/, /−.*Total costs.*2Q06.*11,448/]);
  await grid.goTo("Gross margin ratio", "1Q06");
  await expect(explanation.fact("worked")).toHaveText("2,303 / 12,437");
});

test("an implied figure names the sum and its members, and each of them is a way there and back", async ({
  kessan,
}) => {
  const { grid, explanation } = kessan;
  await grid.goTo(ONE_TIME, "4Q05");
  await expect(explanation.fact("way")).toHaveText(`what the other parts leave of ${SYSTEMS}`);
  await expect(explanation.inputs).toHaveText([
    /^\+Systems integration4Q059,242/,
    /^−Outsourced operation of systems integration \(recurring\)4Q052,984/,
  ]);

  await explanation.input(RECURRING, "4Q05").getByRole("button").click();
  await expect(grid.cell(RECURRING, "4Q05")).toBeFocused();
  await expect(explanation.heading).toHaveText(RECURRING);
  await grid.press("Alt+ArrowLeft");
  await expect(grid.cell(ONE_TIME, "4Q05")).toBeFocused();
  await expect(explanation.heading).toHaveText(ONE_TIME);

  // What is implied moves with the sum that implies it.
  await grid.enter(SYSTEMS, "4Q05", "9,342");
  await expect(grid.cell(ONE_TIME, "4Q05")).toHaveText("6,358");
});

test("in Years an input of a sum leads to its quarter, and Alt+Left back to the year", async ({ kessan }) => {
  const { bar, grid, explanation } = kessan;
  await bar.show("FY");
  await grid.goTo(ONE_TIME, "FY2005");
  await explanation.input(ONE_TIME, "4Q05").getByRole("button").click();
  await expect(bar.layout).toHaveValue("Q");
  await expect(grid.cell(ONE_TIME, "4Q05")).toBeFocused();
  await grid.press("Alt+ArrowLeft");
  await expect(bar.layout).toHaveValue("FY");
  await expect(grid.cell(ONE_TIME, "FY2005")).toBeFocused();
});

test("contracts of 1Q06 follow from the printed change, which leads to its check", async ({ kessan }) => {
  const { bar, grid, explanation, checks } = kessan;
  await grid.goTo(CONTRACTS, "1Q06");
  await expect(grid.cell(CONTRACTS, "1Q06")).toHaveText("15,354");
  await grid.expectMark(CONTRACTS, "1Q06", "implied");
  await expect(explanation.fact("way")).toHaveText("16,112 at 2Q06, less the printed change +758");
  await expect(explanation.inputs).toHaveText([/^\+.*2Q06.*16,112/, /^−.*printed change.*2Q06.*\+758/]);

  await explanation.input("printed change", "2Q06").getByRole("button").click();
  await expect(bar.view("checks")).toHaveAttribute("aria-current", "page");
  await expect(checks.row(`${CONTRACTS}, change on the quarter`)).toBeFocused();
  await expect(checks.fact("printed")).toHaveText("+758");
  await grid.press("Alt+ArrowLeft");
  await expect(grid.cell(CONTRACTS, "1Q06")).toBeFocused();
});

test("a percentage typed over a computed one stands beside it, with its verdict", async ({ kessan }) => {
  const { grid, explanation, checks } = kessan;
  const line = "Gross margin ratio";
  await checks.expectOutside(3);
  await grid.goTo(line, "1Q06");
  await expect(explanation.alsoPrinted).toHaveText(/18\.5%\s*Exact/);
  await grid.expectPrinted(line, "1Q06", "");

  await grid.enter(line, "1Q06", "19.0");
  await expect(grid.cell(line, "1Q06")).toHaveText("18.5%");
  await grid.expectMark(line, "1Q06", "computed");
  await grid.expectPrinted(line, "1Q06", "19.0");
  await grid.goTo(line, "1Q06");
  await expect(explanation.says("18.5%")).toBeVisible();
  await expect(explanation.alsoPrinted).toHaveText(/19\.0%\s*Outside/);
  await expect(explanation.fact("asPrinted")).toHaveText("19.0");
  await checks.expectOutside(4);

  await grid.press("ControlOrMeta+z");
  await expect(explanation.alsoPrinted).toHaveText(/18\.5%\s*Exact/);
  await grid.expectPrinted(line, "1Q06", "");
  await checks.expectOutside(3);
});

test("in Japanese an implied figure says the same", async ({ kessan }) => {
  const { grid, explanation } = kessan;
  await kessan.switchLanguage();
  const [systems, oneTime, recurring] = ["システムインテグレーション", "SI（一時）", "SI 運用保守（継続）"];
  await grid.goTo(oneTime, "4Q05");
  await expect(grid.cell(oneTime, "4Q05")).toHaveText("6,258");
  await grid.expectMark(oneTime, "4Q05", "implied");
  await expect(explanation.heading).toHaveText(oneTime);
  await expect(explanation.fact("route")).toHaveText(kessan.words.explain.routes.implied);
  await expect(explanation.fact("way")).toHaveText(kessan.words.explain.leftBy(systems));
  await expect(explanation.input(systems, "4Q05")).toHaveText(/^\+.*9,242/);
  await explanation.input(recurring, "4Q05").getByRole("button").click();
  await expect(grid.cell(recurring, "4Q05")).toBeFocused();
  await grid.press("Alt+ArrowLeft");
  await expect(grid.cell(oneTime, "4Q05")).toBeFocused();
});
