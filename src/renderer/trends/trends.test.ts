import { describe, expect, test } from "vitest";
import type { Picture } from "#core/charts/picture.ts";
import { spanOf } from "#core/figures/book-for-test.ts";
import { withoutEdits } from "../state/edited-book.ts";
import { chosenChart, isChanged, listedCharts, titleOf } from "./charts-in-view.ts";
import { mixed, readableOn } from "./colours.ts";
import { addedLine, axisFor } from "./line-changes.ts";
import { fileNameOf, titledSvg } from "./picture-file.ts";
import { describePlot, isEmpty, marksKey, plotIn, readColumn, type Plot } from "./plot-in-view.ts";
import { plotLayout } from "./plot-layout.ts";
import { trendOption } from "./trend-option.ts";
import type { TrendPlot } from "./trend-plot.ts";
import { BOOK, draw, line, openWindow } from "./trends-suite.ts";

const PICTURE = { title: "", subtitle: "", units: ["", ""], rest: "", negatives: "parentheses" } as const;
const PALETTE = {
  colourOf: () => "#123456",
  paper: "#ffffff",
  raised: "#ffffff",
  ink: "#000000",
  quiet: "#333333",
  rule: "#cccccc",
  strongRule: "#aaaaaa",
  font: "sans-serif",
};

const values = (plot: TrendPlot, at = 0) => plot.series[at]?.points.map(({ value }) => value);
const reading = (state: Parameters<typeof readColumn>[0], plot: Plot, column: number) =>
  readColumn(state, plot, column)?.rows.map(({ label, text, way }) => `${label} ${text} ${way}`);

describe("a trend", () => {
  test("says what the marks below it are, and only of those that it has", () => {
    const { plot, read } = draw([line("services")]);
    const [first, ...others] = plot.columns;
    if (first === undefined) throw new RangeError("a column");
    const keyWith = (marks: Partial<typeof first>) =>
      marksKey(read(), { ...plot, columns: [{ ...first, ...marks }, ...others] });
    expect(keyWith({ events: [], notes: [] })).toBe("");
    expect(keyWith({ events: ["Founded"], notes: [] })).toMatch(/^◆ event; /u);
    expect(keyWith({ events: ["Founded"], notes: ["Why"] })).toMatch(/^◆ event, □ note; /u);
  });

  test("leaves gaps as gaps, draws implied figures hollow, and prints figures as the grid does", () => {
    const { plot, read } = draw([line("services"), line("operating_income")]);
    expect(values(plot)).toEqual([40, 40, null, null, 45]);
    expect(plot.series[0]?.points.map(({ isHollow }) => isHollow)).toEqual([false, true, false, false, false]);
    expect(plot.series[1]?.points.map(({ text }) => text)).toEqual(["(5)", "", "", "", "12"]);
    expect(reading(read(), plot, 1)).toEqual(["services 40 implied", "operating_income no figure not entered"]);
  });

  test("has its stack's total, and what of it nobody broke down", () => {
    const { plot, read } = draw([line("goods", "stacked"), line("services", "stacked")]);
    const [total] = plot.totals;
    expect(total?.points.map(({ text }) => text)).toEqual(["100", "110", "", "90", "120"]);
    expect(total?.rests).toEqual([null, null, null, 90, null]);
    expect(total?.tops).toEqual([100, 110, null, 90, 120]);
    expect(plot.scales[0]?.max).toBeGreaterThanOrEqual(120);
    expect(reading(read(), plot, 0)).toEqual(["sales 100 reported", "services 40 reported", "goods 60 reported"]);
  });

  test("without a part that is switched off has no total", () => {
    const { plot, actions, read } = draw([line("goods", "stacked"), line("services", "stacked")]);
    actions.toggleSeries(plot.series[0]?.id ?? "");
    const now = plotIn(read());
    expect(now?.kind === "trend" && now.totals).toEqual([]);
    actions.toggleSeries(plot.series[0]?.id ?? "");
    const again = plotIn(read());
    expect(again?.kind === "trend" && again.totals.length).toBe(1);
  });

  test("of a hundred percent counts in percent and tells the figures too", () => {
    const { plot, read } = draw([line("goods", "share"), line("services", "share")]);
    expect(values(plot)).toEqual([0.6, 70 / 110, null, null, 0.625]);
    expect(plot.units).toEqual([["%"], []]);
    expect(plot.scales[0]).toMatchObject({ min: 0, max: 1 });
    expect(reading(read(), plot, 0)).toEqual(["services 40 (40.0%) reported", "goods 60 (60.0%) reported"]);
  });

  test("of years side by side names them, palest first", () => {
    const { plot } = draw([line("sales")], "same-quarter");
    expect(plot.columns.map(({ label }) => label)).toEqual(["1Q", "2Q", "3Q", "4Q"]);
    expect(plot.series.map(({ label, style }) => [label, style.colour, style.opacity])).toEqual([
      ["FY2005", 0, 0.35],
      ["FY2006", 0, 1],
    ]);
  });

  test("says of growth where a percentage would mislead", () => {
    const { plot } = draw([
      line("sales", "bar", { transform: "yoy" }),
      line("operating_income", "bar", { transform: "yoy" }),
    ]);
    expect(plot.series.map(({ label }) => label)).toEqual(["sales, on the year", "operating_income, on the year"]);
    expect(plot.series.map(({ points }) => points.at(-1)?.text)).toEqual(["+20.0%", "to profit"]);
    expect(plot.units[0]).toEqual(["%"]);
  });

  test("says so where an axis measures different things, and where a line is gone", () => {
    const { plot } = draw([line("sales"), line("clients"), line("gone")]);
    expect(plot.units[0]).toEqual(["JPY million", "clients"]);
    expect(plot.unknown).toEqual(["gone"]);
    expect(isEmpty(draw([line("gone")]).plot)).toBe(true);
  });

  test("of which a part is missing does not read as a whole", () => {
    const { plot, read } = draw([line("sales", "stacked"), line("operating_income", "stacked")]);
    expect(plot.totals).toEqual([]);
    expect(plot.lacks[0]?.columns).toEqual([
      null,
      { missing: ["operating_income"], top: 110 },
      null,
      { missing: ["operating_income"], top: 90 },
      null,
    ]);
    expect(plot.signs).toEqual([{ kind: "incomplete", label: "Incomplete: a part has no figure" }]);
    expect(readColumn(read(), plot, 1)?.remark).toBe("Incomplete: no figure for operating_income");
    expect(describePlot(read(), plot)).toContain("2Q05 Incomplete: no figure for operating_income.");
  });

  test("of which a part is missing has a rest where its total is known, and the legend says so", () => {
    const { plot, read } = draw([line("goods", "stacked"), line("services", "stacked")]);
    expect(plot.lacks).toEqual([]);
    expect(plot.signs).toEqual([{ kind: "rest", label: "Not broken down" }]);
    expect(readColumn(read(), plot, 3)?.remark).toBe("");
  });

  test("of a hundred percent with a part missing is not drawn and says why", () => {
    const { plot, read } = draw([line("sales", "share"), line("operating_income", "share")]);
    expect(values(plot)?.[1]).toBeNull();
    expect(plot.signs).toEqual([]);
    expect(readColumn(read(), plot, 1)?.remark).toBe(
      "Not drawn: no figure for operating_income, so no share of the whole is known",
    );
  });

  test("of growth that was to be stacked is bars", () => {
    const { plot } = draw([
      line("sales", "share", { transform: "yoy" }),
      line("goods", "stacked", { transform: "yoy" }),
    ]);
    expect(plot.series.map(({ stack, style }) => [stack, style.shape])).toEqual([
      [null, "bar"],
      [null, "bar"],
    ]);
    expect(plot.unstacked).toEqual(["sales", "goods"]);
    expect(plot.series[0]?.points.at(-1)?.text).toBe("+20.0%");
  });

  test("is interrupted where its series breaks, and says why", () => {
    const at = { id: "b", company: "acme", line: "goods", boundary: spanOf("1Q06").start, textEn: "IFRS", textJa: "" };
    const book = { ...BOOK, breaks: [at] };
    const { plot, read } = draw([line("sales", "line"), line("services", "line")], "Q", book);
    // What its formula rests on breaks it too.
    expect(plot.series.map(({ breaks }) => breaks)).toEqual([[4], []]);
    expect(plot.columns.map(({ breaks }) => breaks)).toEqual([[], [], [], [], ["goods: Break before 1Q06: IFRS"]]);
    expect(plot.signs).toEqual([{ kind: "break", label: "goods: Break before 1Q06: IFRS" }]);
    expect(readColumn(read(), plot, 4)?.marks).toEqual(["goods: Break before 1Q06: IFRS"]);
    const { series } = trendOption(
      plot,
      plotLayout(plot, { width: 600, height: 400 }, "parentheses", (text) => text.length * 6),
      PICTURE,
      PALETTE,
      (text) => text.length * 6,
    );
    const lines = [series].flat().filter((each) => each?.type === "line");
    expect(lines.map((each) => each?.name)).toEqual([plot.series[0]?.id, plot.series[0]?.id, plot.series[1]?.id]);
  });

  test("has for a line the colour that it has in every other", () => {
    const alone = draw([line("services")]).plot.series[0]?.style.colour;
    expect(draw([line("operating_income"), line("services", "stacked")]).plot.series[1]?.style.colour).toBe(alone);
  });

  test("is told in words: its newest figures with their units", () => {
    const { plot, read } = draw([line("sales"), line("margin", "line", { axis: "right" })]);
    expect(describePlot(read(), plot)).toMatch(
      /1Q05 to 1Q06\. sales: 120 JPY million in 1Q06\. margin: 10\.0% in 1Q06\.$/,
    );
  });
});

describe("charts", () => {
  test("are changed in a copy, until the change is taken back", () => {
    const { actions, read } = openWindow();
    const chart = chosenChart(read());
    if (chart === null || chart.picture?.kind !== "trend") throw new Error("A trend is chosen.");
    actions.redraw({ ...chart.picture, labels: false });
    expect(isChanged(read(), chart)).toBe(true);
    // Changed back is not changed.
    actions.redraw({ ...chart.picture, labels: true });
    expect(isChanged(read(), chart)).toBe(false);
    actions.redraw({ ...chart.picture, labels: false });
    actions.discardRedrawn();
    expect(isChanged(read(), chart)).toBe(false);
  });

  test("are kept under a name, one journal entry each, and chosen", async () => {
    const { actions, read, deeds } = openWindow();
    const first = chosenChart(read());
    if (first?.picture?.kind !== "trend") throw new Error("A trend is chosen.");
    actions.redraw({ ...first.picture, labels: false });
    actions.saveChartAs("Mine");
    await expect.poll(() => titleOf(read(), chosenChart(read()) ?? first)).toBe("Mine");
    const kept = chosenChart(read());
    expect(kept?.picture).toMatchObject({ labels: false });
    expect(isChanged(read(), first)).toBe(false);
    expect(deeds).toEqual(["charts"]);
    expect(listedCharts(read()).at(-1)?.id).toBe(kept?.id);
  });

  test("that were refused stay changed", async () => {
    const { actions, read, deeds } = openWindow({ refuses: true });
    const first = chosenChart(read());
    if (first?.picture?.kind !== "trend") throw new Error("A trend is chosen.");
    actions.redraw({ ...first.picture, labels: false });
    actions.saveChartAs("Mine");
    await expect.poll(() => deeds.length).toBe(1);
    expect(isChanged(read(), first)).toBe(true);
  });

  test("that cannot be read are listed all the same, without a picture", () => {
    const { store, read } = openWindow();
    const chart = { id: "chart-1", company: "acme", titleEn: "Old", titleJa: "", drawing: "{}", position: 0 };
    store.setState(({ edited, trends }) => ({
      edited: withoutEdits({ ...edited.shown, charts: [chart] }),
      trends: { ...trends, chosen: "chart-1" },
    }));
    expect(plotIn(read())).toBeNull();
    expect(titleOf(read(), chosenChart(read()) ?? { id: "", saved: null, ready: null, picture: null })).toBe("Old");
  });

  test("of a bridge are named by what they lead from and to, and say what is missing", () => {
    const { actions, read } = openWindow();
    const bridge = (from: string): Picture => ({
      kind: "bridge",
      line: "sales",
      from: spanOf(from),
      to: spanOf("1Q06"),
      labels: true,
    });
    actions.redraw(bridge("1Q05"));
    const chart = chosenChart(read());
    if (chart === null) throw new Error("A chart is chosen.");
    expect(titleOf(read(), chart)).toBe("sales: 1Q05 to 1Q06");
    const plot = plotIn(read());
    expect(plot?.kind === "bridge" && plot.bars.map(({ label, text }) => `${label} ${text}`)).toEqual([
      "1Q05 100",
      "goods +15",
      "services +5",
      "1Q06 120",
    ]);
    actions.redraw({ ...bridge("1Q06"), to: spanOf("1Q05") } as Picture);
    const back = plotIn(read());
    expect(back?.kind === "bridge" && back.bars.map(({ text }) => text)).toEqual(["120", "-15", "-5", "100"]);
    actions.redraw(bridge("4Q05"));
    const broken = plotIn(read());
    expect(broken?.kind === "bridge" && broken.problem).toBe(
      "Not all steps are known. Missing: goods 4Q05; services 4Q05",
    );
    actions.redraw({ ...bridge("1Q05"), line: "margin" } as Picture);
    const none = plotIn(read());
    expect(none?.kind === "bridge" && none.problem).toBe("margin is no plain sum of lines, so it has no bridge.");
  });
});

describe("a line that is added or changed", () => {
  const { read } = openWindow();
  const drawn = [line("goods", "stacked"), line("services", "stacked")];

  test("is drawn as those like it, else as its kind is", () => {
    expect(addedLine(read(), drawn, "sales")).toMatchObject({ as: "stacked", axis: "left" });
    expect(addedLine(read(), drawn, "margin")).toMatchObject({ as: "line", axis: "right" });
    expect(addedLine(read(), drawn, "clients")).toMatchObject({ as: "bar", axis: "right" });
  });

  test("moves to the axis that has its unit", () => {
    expect(axisFor(read(), drawn, 0, "yoy")).toBe("right");
    expect(axisFor(read(), [line("goods")], 0, "yoy")).toBe("left");
    const withMargin = [...drawn, line("margin", "line", { axis: "right" })];
    expect(axisFor(read(), withMargin, 0, "share")).toBe("right");
  });
});

test("a picture says what it shows, and its file has a name that every system takes", () => {
  expect(titledSvg('<svg width="1"><g/></svg>', "R&D < 1")).toBe(
    '<svg width="1">\n<title>R&amp;D &lt; 1</title><g/></svg>',
  );
  expect(fileNameOf("SG&A / R&D: 1Q05 to 2Q06", "png")).toBe("SG&A R&D 1Q05 to 2Q06.png");
  expect(fileNameOf("...", "svg")).toBe("Kessan.svg");
  expect(fileNameOf("営業利益の増減要因：2Q05", "svg")).toBe("営業利益の増減要因：2Q05.svg");
});

test("colours are mixed and written on, in either way that they are written", () => {
  expect(mixed("#000", "#ffffff", 0.5)).toBe("#808080");
  expect(mixed("#1f4f94", "#fff", 1)).toBe("#1f4f94");
  expect(readableOn("#1f4f94")).toBe("#ffffff");
  expect(readableOn("#ff0")).toBe("#000000");
});
