import { expect, test } from "./app.ts";

test("clicked lines are charted: one alone, more with Ctrl, a whole range with Shift", async ({ kessan }) => {
  const { grid, chart } = kessan;
  await grid.select("Dedicated access services");
  await expect(chart.heading).toHaveText("Dedicated access services");
  await expect(chart.legend).toHaveText(["Dedicated access services"]);
  await expect.poll(() => chart.drawn("Dedicated access services", "2Q06")).toBeCloseTo(2687, -2);

  await grid.select("Operating margin ratio", ["ControlOrMeta"]);
  await expect(chart.heading).toHaveText("Dedicated access services and 1 more");
  await expect(chart.legend).toHaveText(["Dedicated access services", "Operating margin ratio"]);
  await expect.poll(() => chart.drawn("Operating margin ratio", "2Q06")).toBeCloseTo(5.8, 0);
  await grid.select("Operating margin ratio", ["ControlOrMeta"]);
  await expect(chart.legend).toHaveText(["Dedicated access services"]);

  await grid.select("Dedicated access services");
  await grid.select("Value-added services", ["Shift"]);
  await expect(chart.legend).toHaveText([
    "Dedicated access services",
    "Dial-up access services",
    "Value-added services and other revenues",
    "Value-added services",
  ]);
  await expect(chart.picture).toHaveAccessibleName(/Dial-up access services: 606 JPY million in 2Q06/);

  await chart.backToServices();
  await expect(chart.heading).toHaveText("Revenue by service and gross margin");
});

test("an edit moves the charted line at once", async ({ kessan }) => {
  const { grid, chart } = kessan;
  await grid.select("Operating income (loss)");
  await expect.poll(() => chart.drawn("Operating income (loss)", "2Q06")).toBeCloseTo(811, -1);
  await grid.enter("Operating income (loss)", "2Q06", "-500");
  await expect.poll(() => chart.drawn("Operating income (loss)", "2Q06")).toBeCloseTo(-500, -1);
  await expect(chart.picture).toHaveAccessibleName(/\(500\) JPY million in 2Q06/);
});

test("the zeros of both axes stand on one line, also where a loss goes below it", async ({ kessan }) => {
  const { grid, chart } = kessan;
  await grid.select("Operating income (loss)");
  await grid.select("Operating margin ratio", ["ControlOrMeta"]);
  await expect.poll(() => chart.drawn("Operating income (loss)", "1Q04")).toBeCloseTo(-100, -1);
  await expect.poll(() => chart.drawn("Operating margin ratio", "1Q04")).toBeCloseTo(-1.2, 0);
  const { left, right } = await chart.axes();
  expect(Math.abs(left.zero - right.zero)).toBeLessThan(0.5);
});

test("what was not published is a gap: no bar, and a line in two pieces", async ({ kessan }) => {
  const { grid, chart } = kessan;
  await grid.clear("Outsourced operation of systems integration (recurring)", "4Q05");
  await expect.poll(() => chart.drawn("Systems integration (one-time)", "4Q05")).toBeNull();
  expect(await chart.drawn("Systems integration (one-time)", "3Q05")).toBeCloseTo(2440, -2);
  expect(await chart.drawn("Systems integration (one-time)", "1Q06")).toBeCloseTo(2778, -2);

  await grid.select("Total costs to revenues");
  await expect.poll(() => chart.pieces("Total costs to revenues")).toBe(2);
  expect(await chart.drawn("Total costs to revenues", "2Q05")).toBeCloseTo(82.8, 0);
  expect(await chart.drawn("Total costs to revenues", "4Q05")).toBeNull();
  expect(await chart.drawn("Total costs to revenues", "1Q06")).toBeCloseTo(81.5, 0);
});

test("the pointer over a period shows its figures", async ({ kessan }) => {
  const { chart } = kessan;
  await chart.picture.hover();
  await expect(chart.drawing).toContainText(/[1-4]Q0[456]\s*.*Gross margin ratio/s);
});
