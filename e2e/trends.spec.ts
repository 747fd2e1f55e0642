import type { Page } from "@playwright/test";
import { expect, test as base } from "./app.ts";
import { TrendsView } from "./pages/trends-view.ts";

const SERVICES = "Revenues by service and gross margin ratio";
const PROFITS = "Operating and net income, operating margin ratio";
const BRIDGE = "Operating income (loss): 2Q05 to 2Q06";

const test = base.extend<{ trends: TrendsView }>({
  trends: async ({ kessan }, use) => {
    const trends = new TrendsView(kessan);
    await kessan.bar.view("trends").click();
    await expect(trends.drawing).toBeVisible();
    await use(trends);
  },
});

const rounded = (values: readonly { readonly value: number }[], to: number): number[] =>
  values.map(({ value }) => Math.round(value / to) * to);

test("revenues by service are stacked, the gross margin ratio is a line over them", async ({ trends }) => {
  await expect(trends.chart).toHaveAccessibleName(SERVICES);
  await expect(trends.picture).toHaveAccessibleName(
    /1Q04 to 2Q06\..*Internet connectivity services: 3,293 JPY million in 2Q06\..*Gross margin ratio: 18\.3% in 2Q06\./u,
  );
  const connectivity = await trends.drawn("Internet connectivity services");
  expect(rounded(connectivity, 100)).toEqual([3700, 3600, 3500, 3600, 3400, 3400, 3200, 3200, 3200, 3300]);
  const margins = await trends.drawn("Gross margin ratio", "right");
  expect(rounded(margins, 1)).toEqual([14, 16, 17, 18, 18, 17, 19, 17, 19, 18]);
  // What lies on top begins where what lies below ends: one stack, as wide as one bar.
  const added = await trends.drawn("Value-added services and other revenues");
  expect(added.map(({ x }) => Math.round(x))).toEqual(connectivity.map(({ x }) => Math.round(x)));
  // The totals stand over the stacks, as they are printed, not as they add up: 1Q06 adds up to 12,438.
  const texts = await trends.texts();
  for (const total of ["8,675", "12,437", "16,133", "14,007"]) expect(texts).toContain(total);
  expect(texts).not.toContain("12,438");
  // Each unit once.
  expect(texts.filter((text) => text === "JPY million")).toHaveLength(1);
});

test("figures that nobody printed are drawn hollow and said to be implied", async ({ trends }) => {
  const once = await trends.drawn("Systems integration (one-time)");
  expect(once.map(({ isHollow }) => isHollow)).toEqual([...Array<boolean>(7).fill(false), true, false, false]);
  await trends.pointAt("4Q05");
  await expect(trends.tip).toContainText(/6,258\s*Systems integration \(one-time\)\s*implied/u);
  await expect(trends.tip).toContainText(/2,984\s*Outsourced operation.*reported/u);
});

test("operating and net income are bars, losses below zero, and both zeros are level", async ({ trends }) => {
  await trends.choose(PROFITS);
  const operating = await trends.drawn("Operating income (loss)");
  expect(rounded(operating, 10)).toEqual([-100, 280, 410, 660, 250, 510, 690, 970, 560, 810]);
  const net = await trends.drawn("Net income (loss)");
  expect(rounded(net, 10)[0]).toBe(-240);
  const margin = await trends.drawn("Operating margin ratio", "right");
  expect(margin[0]?.value).toBeCloseTo(-1.2, 0);
  expect(margin.at(-1)?.value).toBeCloseTo(5.8, 0);
  const [left, right] = [await trends.axis("left"), await trends.axis("right")];
  expect(Math.abs(left.zero - right.zero)).toBeLessThan(0.5);
  await expect(trends.drawing).toContainText("(238)");
});

test("gains on securities begin when they were first published: what is missing is a gap, not zero", async ({
  trends,
}) => {
  await trends.choose("Gain from sale of available-for-sale securities");
  const gains = await trends.drawn("Gain from sale of available-for-sale securities");
  expect(rounded(gains, 50)).toEqual([500, 650, 750, 1300, 500, 450]);
  expect(Math.abs((gains[0]?.x ?? 0) - (await trends.columnOf("1Q05")))).toBeLessThan(1);
  await trends.pointAt("2Q04");
  await expect(trends.tip).toContainText("no figure");
  await expect(trends.tip).toContainText("not entered");
  expect(await trends.texts()).not.toContain("0%");
});

test("any line can be picked, as bars, a line, stacked or 100 %, on either axis", async ({ trends }) => {
  await trends.choose("Total contracted bandwidth");
  await trends.addLine("dial-up");
  await expect(trends.lines).toHaveText(["Total contracted bandwidth", "Dial-up access services"]);
  // Another unit goes to the other axis.
  expect(rounded(await trends.drawn("Dial-up access services", "right"), 10).at(-1)).toBe(610);
  expect(rounded(await trends.drawn("Total contracted bandwidth"), 1).at(-1)).toBe(253);
  await trends.drawAs("Dial-up access services", "line");
  await expect(trends.drawing).toContainText("606");
  await trends.putOn("Dial-up access services", "right", "left");
  await expect(trends.root).toContainText("The Left axis measures different things: Gbps, JPY million");
  await trends.lineButton("takeOut", "Total contracted bandwidth").click();
  await trends.addLine("dedicated_access");
  await expect(trends.lines).toHaveText(["Dial-up access services", "Dedicated access services"]);
  for (const line of ["Dial-up access services", "Dedicated access services"]) await trends.drawAs(line, "share");
  // 606 of 606 + 2,687.
  await expect(trends.drawing).toContainText("18.4%");
  expect(rounded(await trends.drawn("Dial-up access services"), 1).at(-1)).toBe(18);
  await trends.drawAs("Dial-up access services", "stacked");
  await trends.drawAs("Dedicated access services", "stacked");
  expect(await trends.texts()).toContain("3,293");
  await trends.lineButton("up", "Dedicated access services").click();
  await expect(trends.lines.first()).toHaveText("Dedicated access services");
  await trends.drawOf("Dial-up access services", "yoy");
  await expect(trends.picture).toHaveAccessibleName(/Dial-up access services, on the year: -11\.\d% in 2Q06/u);
});

test("quarters, halves, years, twelve months and year to date, as far back as is asked", async ({ trends }) => {
  await trends.choose(PROFITS);
  await trends.showPanel("figures");
  const periods = async (): Promise<string[]> => (await trends.figures())[0]?.slice(1) ?? [];
  const showSpans = async (spans: string): Promise<string[]> => {
    await trends.showPanel("setup");
    await trends.menu("spans").selectOption(spans);
    await trends.showPanel("figures");
    return periods();
  };
  expect(await showSpans("H")).toEqual(["1H04", "2H04", "1H05", "2H05", "1H06"]);
  expect(await showSpans("FY")).toEqual(["FY2004", "FY2005", "FY2006"]);
  expect((await trends.figures())[1]).toEqual(["Operating income (loss)", "1,248", "2,411", "no figure"]);
  expect((await showSpans("LTM")).at(-1)).toBe("LTM 2Q06");
  expect((await showSpans("YTD")).slice(-2)).toEqual(["1Q06", "1H06"]);
  await showSpans("Q");
  await trends.showPanel("setup");
  await trends.menu("range").selectOption({ label: "Last 4 quarters" });
  await trends.showPanel("figures");
  expect(await periods()).toEqual(["3Q05", "4Q05", "1Q06", "2Q06"]);
  await trends.showPanel("setup");
  await trends.menu("range").selectOption({ label: "From … to …" });
  await trends.menu("from").selectOption({ label: "2Q05" });
  await trends.menu("to").selectOption({ label: "4Q05" });
  await trends.showPanel("figures");
  expect(await periods()).toEqual(["2Q05", "3Q05", "4Q05"]);
});

test("a quarter stands beside the same quarter of other years, one series a year", async ({ trends }) => {
  await trends.choose("Total revenues, same quarters by year");
  const texts = await trends.texts();
  for (const text of ["FY2004", "FY2005", "FY2006", "1Q", "2Q", "3Q", "4Q"]) expect(texts).toContain(text);
  await trends.pointAt("2Q");
  await expect(trends.tip).toContainText(/10,512\s*FY2004.*11,929\s*FY2005.*14,007\s*FY2006/su);
  await trends.pointAt("3Q");
  await expect(trends.tip).toContainText("FY2005");
  await expect(trends.tip).not.toContainText("FY2006");
});

test("of several lines by year each line and year is explained, in the picture and in its file", async ({
  app,
  trends,
}) => {
  await trends.choose(SERVICES);
  await trends.menu("spans").selectOption({ label: "Same quarters by year" });
  const years = (texts: readonly string[]): string[] => texts.filter((text) => /^FY\d{4}$/u.test(text));
  await expect.poll(async () => years(await trends.texts())).toHaveLength(6 * 3);
  const texts = await trends.texts();
  const lines = await trends.lines.allTextContents();
  expect(lines).toHaveLength(6);
  for (const line of lines) expect(texts).toContain(line);
  const svg = await app.saved(() => trends.action("svg").click());
  const saved = Buffer.from(svg.bytes).toString("utf8");
  expect([...saved.matchAll(/>(FY\d{4})</gu)]).toHaveLength(6 * 3);
  for (const line of lines) expect(saved).toContain(`>${line}<`);
});

test("figures in the chart are written as in the grid, and can be left out", async ({ kessan, trends }) => {
  await trends.choose(PROFITS);
  await kessan.bar.chooseNegatives("triangle");
  await expect(trends.drawing).toContainText("△238");
  await trends.tick("labels").uncheck();
  await expect(trends.drawing).not.toContainText("△238");
  await expect(trends.drawing).toContainText("△1,000");
});

test("events and notes stand on the time axis and are told", async ({ trends }) => {
  await trends.choose(PROFITS);
  await trends.pointAt("2Q06");
  await expect(trends.tip).toContainText("2006-08-10 Net Chart Japan Inc. founded");
  await expect(trends.tip).toContainText("Operating income (loss) 2Q06: Rose with revenues");
  // Of a line that is not drawn nothing is told.
  await expect(trends.tip).not.toContainText("large OEM customer");
  await trends.showPanel("figures");
  expect((await trends.figures()).at(-1)?.at(-1)).toContain("Net Chart Japan Inc. founded");
  await trends.showPanel("setup");
  await trends.tick("marks").uncheck();
  await trends.pointAt("2Q06");
  await expect(trends.tip).toBeVisible();
  await expect(trends.tip).not.toContainText("Net Chart");
});

test("the bridge from 2Q05 to 2Q06 goes line by line, with the rounding at its end", async ({ trends }) => {
  await trends.choose(BRIDGE);
  await trends.showPanel("figures");
  expect(await trends.figures()).toEqual([
    ["JPY million", "2Q05", "2Q06", "Effect"],
    ["2Q05", "507", "", ""],
    ["Total revenues", "11,929", "14,007", "+2,078"],
    ["Total costs", "9,873", "11,448", "-1,575"],
    ["SG&A / R&D", "1,549", "1,747", "-198"],
    ["Rounding", "", "", "-1"],
    ["2Q06", "", "811", ""],
  ]);
  for (const text of ["507", "+2,078", "-1,575", "-198", "-1", "811"]) {
    expect(await trends.texts()).toContain(text);
  }
});

test("a bridge leads between any two periods, of any sum, and across zero", async ({ kessan, trends }) => {
  await trends.choose(BRIDGE);
  // A loss in the making: costs that no revenue covers, and none again a year later.
  await kessan.bar.view("results").click();
  await kessan.grid.enter("Operating income (loss)", "1Q05", "-553");
  await kessan.grid.enter("SG&A / R&D", "1Q05", "2300");
  await kessan.bar.view("trends").click();
  await trends.menu("from").selectOption({ label: "1Q05" });
  await trends.menu("to").selectOption({ label: "1Q06" });
  await expect(trends.chart).toHaveAccessibleName("Operating income (loss): 1Q05 to 1Q06");
  await expect(trends.picture).toHaveAccessibleName(/1Q05 \(553\); .*Total revenues \+2,557; .*1Q06 559/u);
  const { zero, unitsPerPixel } = await trends.axis("left");
  const bars = await trends.drawing.evaluate((svg) =>
    [...svg.querySelectorAll("path")]
      .filter((path) => getComputedStyle(path).fill !== "none" && getComputedStyle(path).stroke === "none")
      .map((path) => path.getBoundingClientRect())
      .toSorted((a, b) => a.left - b.left)
      .map(({ top, bottom }) => ({ top, bottom })),
  );
  const at = (y: number): number => Math.round(((zero - y) * unitsPerPixel) / 100) * 100 + 0;
  const [first, revenue] = bars.map(({ top, bottom }) => [at(top), at(bottom)]);
  // The loss hangs below zero; revenue lifts it from there to above zero, in one bar.
  expect(first).toEqual([0, -600]);
  expect(revenue).toEqual([2000, -600]);

  await trends.menu("result").selectOption({ label: "Total revenues" });
  await trends.menu("from").selectOption({ label: "1H05" });
  await trends.menu("to").selectOption({ label: "1H06" });
  await expect(trends.chart).toHaveAccessibleName("Total revenues: 1H05 to 1H06");
  await expect(trends.picture).toHaveAccessibleName(/1H05 21,809; .*Systems integration \+.*; 1H06 26,444/u);
});

test("a chart is kept under a name, renamed, put in order, deleted and brought back", async ({
  app,
  kessan,
  trends,
}) => {
  await trends.choose(PROFITS);
  await trends.tick("labels").uncheck();
  await expect(trends.listedChart(PROFITS)).toContainText("*");
  await trends.action("saveAs").click();
  await kessan.keeps(() => trends.name("Profits without figures"));
  await expect(trends.chart).toHaveAccessibleName("Profits without figures");
  await expect(trends.listedChart(PROFITS)).not.toContainText("*");

  await trends.choose(BRIDGE);
  await trends.action("saveAs").click();
  await trends.name("The bridge");
  await expect(trends.saved).toHaveText(["Profits without figures", "The bridge"]);
  await trends.action("moveUp").click();
  await expect(trends.saved).toHaveText(["The bridge", "Profits without figures"]);
  await trends.action("rename").click();
  await trends.name("2Q06 bridge");
  await expect(trends.saved).toHaveText(["2Q06 bridge", "Profits without figures"]);
  await trends.menu("to").selectOption({ label: "1Q06" });
  await trends.action("save").click();
  await expect(trends.listedChart("2Q06 bridge")).not.toContainText("*");
  await trends.action("remove").click();
  await expect(trends.saved).toHaveText(["Profits without figures"]);
  await expect(trends.chart).toBeFocused();
  await kessan.bar.undo.click();
  await expect(trends.saved).toHaveText(["2Q06 bridge", "Profits without figures"]);

  await kessan.file();
  await app.restart();
  await kessan.isOpen();
  await kessan.bar.view("trends").click();
  await expect(trends.saved).toHaveText(["2Q06 bridge", "Profits without figures"]);
  await trends.choose("2Q06 bridge");
  await expect(trends.menu("to")).toHaveValue(/.+/u);
  await expect(trends.picture).toHaveAccessibleName(/1Q06 559/u);
});

test("a change can be taken back, and stays while another chart is looked at", async ({ trends }) => {
  await trends.choose(PROFITS);
  await trends.drawAs("Net income (loss)", "line");
  await trends.choose(SERVICES);
  await trends.choose(PROFITS);
  await expect(trends.listedChart(PROFITS)).toContainText("*");
  await trends.action("discard").click();
  await expect(trends.listedChart(PROFITS)).not.toContainText("*");
});

test("the picture is copied and saved as it is shown", async ({ app, kessan, trends }) => {
  await trends.choose(PROFITS);
  const svg = await app.saved(() => trends.action("svg").click());
  expect(svg.name).toBe(`${PROFITS}.svg`);
  const text = Buffer.from(svg.bytes).toString("utf8");
  for (const shown of await trends.texts()) expect(text).toContain(`>${shown.replaceAll("&", "&amp;")}<`);
  expect(text).toContain("<title>Operating and net income");

  const shownSize = await trends.drawing.evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect);
  const png = await app.saved(() => trends.action("png").click());
  expect(png.name).toBe(`${PROFITS}.png`);
  const size = new DataView(png.bytes.buffer, png.bytes.byteOffset).getUint32(16);
  expect(size).toBe(Math.round(shownSize.width) * 2);
  // Not an empty sheet: the paper, bars, text.
  expect(png.bytes.length).toBeGreaterThan(10_000);

  await trends.action("copy").click();
  await expect(kessan.messages).toContainText("on the clipboard as a picture");
  const pasted = await pastedPicture(kessan.page);
  expect(pasted).toEqual({ type: "image/png", width: size });
});

/** What another program would paste as a picture. */
async function pastedPicture(page: Page): Promise<{ type: string; width: number } | null> {
  const pasting = await page.evaluateHandle(() => {
    const field = document.createElement("textarea");
    document.body.append(field);
    field.focus();
    const answered = new Promise<{ type: string; width: number } | null>((resolve) => {
      field.addEventListener("paste", (event) => {
        const [file] = event.clipboardData?.files ?? [];
        if (file === undefined) resolve(null);
        else
          void createImageBitmap(file).then(({ width }) => {
            resolve({ type: file.type, width });
          });
      });
    });
    return { answered, leave: () => field.remove() };
  });
  await page.keyboard.press("ControlOrMeta+v");
  const answer = await pasting.evaluate(({ answered }) => answered);
  await pasting.evaluate(({ leave }) => leave());
  return answer;
}

test("a click on a bar explains its figure, and so does Enter", async ({ kessan, trends }) => {
  const { page, explanation } = kessan;
  await trends.choose(PROFITS);
  const [, , third] = await trends.drawn("Operating income (loss)");
  const { zero } = await trends.axis("left");
  await page.mouse.click(third?.x ?? 0, zero - 5);
  await expect(explanation.heading).toHaveText("Operating income (loss)");
  await expect(explanation.pane).toContainText("3Q04");

  await trends.chart.focus();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowDown");
  await expect(trends.spoken).toHaveText("1Q06, Net income (loss), 734, reported");
  await page.keyboard.press("Enter");
  await expect(explanation.heading).toHaveText("Net income (loss)");
  await expect(explanation.pane).toContainText("1Q06");
});

test("a series is switched off and on, in the legend or beside it", async ({ kessan, trends }) => {
  await trends.choose(PROFITS);
  await trends.show("Net income (loss)").uncheck();
  expect(await trends.drawn("Net income (loss)")).toEqual([]);
  // The scale is that of what is left.
  expect(await trends.texts()).not.toContain("3,000");
  const legend = trends.drawing.locator("text").filter({ hasText: "Net income (loss)" }).last();
  const box = await legend.boundingBox();
  await kessan.page.mouse.click((box?.x ?? 0) + 5, (box?.y ?? 0) + 5);
  await expect(trends.show("Net income (loss)")).toBeChecked();
  expect(await trends.drawn("Net income (loss)")).toHaveLength(10);
});

test("an edit is drawn at once, and charts speak both languages", async ({ kessan, trends }) => {
  await kessan.bar.view("results").click();
  await kessan.grid.enter("Operating income (loss)", "2Q06", "-500");
  await kessan.bar.view("trends").click();
  await trends.choose(PROFITS);
  expect((await trends.drawn("Operating income (loss)")).at(-1)?.value).toBeCloseTo(-500, -1);
  await kessan.switchLanguage();
  await expect(trends.chart).toHaveAccessibleName("営業利益・当期純利益と営業利益率");
  await expect(trends.drawing).toContainText("百万円");
});
