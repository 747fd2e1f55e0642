/**
 * The window on a book of 300 lines and 80 quarters, beside a bare AG Grid with as many rows and columns, in one
 * browser and in turns. The figures to quote are the ratios: the machine's speed drifts, and both drift with it.
 */
import { chromium, type Page } from "@playwright/test";
import { spanKey } from "#core/timeline.ts";
import { findChromium } from "../scripts/chromium.ts";
import { sandboxSwitches } from "../scripts/electron.ts";
import { COLUMNS, EDITED, LIVE, quarterAt } from "./live-book.ts";
import { serveLivePages, type LivePages } from "./live-pages.ts";
import { watchKey, watchOpening, watchScroll, type Scrolled } from "./live-probe.ts";
import { medianOf } from "./median.ts";

/** A laptop's screen. */
const VIEWPORT = { width: 1440, height: 900 };
type Both = Readonly<Record<"bare" | "kessan", Page>>;

/** Milliseconds of both, taken in turns. */
type Times = Readonly<Record<"bare" | "kessan", number[]>>;

/** Enough for a median and a worst of twenty that a passing load does not move. */
const EDITS = 21;
/** The rest is for information. */
const OTHERS = 7;
const OPENINGS = 5;
const SCROLLS = 3;

/** A wheel turned briskly: three notches of a usual mouse. */
const WHEEL_PX = 300;
/** More than the height of all rows and the width of all columns. */
const WHOLE_GRID_PX = 9000;

const NEWEST = quarterAt(LIVE.quarters - 1);
const NEWEST_HALF = { start: NEWEST.start - 1, length: 2 };

const cellAt = (row: string, column: string): string => `.ag-row[row-id="${row}"] .ag-cell[col-id="${column}"]`;
const EDITED_CELL = cellAt(EDITED.line, spanKey(NEWEST));
const DEPENDENTS = EDITED.dependents.map((row) => cellAt(row, spanKey(NEWEST)));

/** @throws Error where the window shows blank cells while it scrolls: that is a fault on any machine. */
export async function benchLive(): Promise<void> {
  const executablePath = await findChromium();
  if (executablePath === null) {
    console.log("The live window was NOT measured: no Chromium is here. Install one, or name it in KESSAN_CHROMIUM.");
    return;
  }
  const pages = await serveLivePages();
  const browser = await chromium.launch({ executablePath, args: sandboxSwitches() });
  try {
    const context = await browser.newContext({ viewport: VIEWPORT, colorScheme: "light", locale: "en" });
    await context.addInitScript(watchOpening);
    const both = { bare: await context.newPage(), kessan: await context.newPage() };
    await measureOpening(both, pages);
    await measureEdits(both);
    await measureKeys(both, "other layout", "KeyL", [cellAt(EDITED.line, spanKey(NEWEST)), cellAt(EDITED.line, spanKey(NEWEST_HALF))]);
    await measureKeys(both, "overlay", "KeyO", DEPENDENTS.slice(0, 1));
    await measureScrolls(both);
  } finally {
    await browser.close();
    await pages.close();
  }
}

/** From an address to painted figures. */
async function measureOpening({ bare, kessan }: Both, pages: LivePages): Promise<void> {
  const times = noTimes();
  for (let round = 0; round < OPENINGS; round += 1) {
    await kessan.bringToFront();
    await kessan.goto(pages.windowAddress());
    times.kessan.push(await kessan.evaluate(() => window.opened));
    const measures = await kessan.evaluate(() =>
      [".ag-cell[col-id=label]", ".ag-cell:not([col-id=label])", ".results-grid"].map(
        (selector) => document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect(),
      ),
    );
    const [label, column, grid] = measures;
    await rest(kessan);
    await bare.bringToFront();
    // Another address of the same page would only move within it.
    await bare.goto("about:blank");
    await bare.goto(pages.bareAddress([label?.width ?? 0, column?.width ?? 0, grid?.width ?? 0, grid?.height ?? 0]));
    times.bare.push(await bare.evaluate(() => window.opened));
    await rest(bare);
  }
  report("opening", times);
}

/** Four digits and Enter, until the sum and its growth are painted; in the bare grid one other number. */
async function measureEdits({ bare, kessan }: Both): Promise<void> {
  const times = noTimes();
  await kessan.bringToFront();
  await kessan.locator(EDITED_CELL).click();
  for (let round = 0; round < EDITS; round += 1) {
    await kessan.bringToFront();
    await kessan.keyboard.type(round % 2 === 0 ? "9000" : "1000");
    times.kessan.push(await pressed(kessan, "Enter", DEPENDENTS));
    await kessan.keyboard.press("ArrowUp");
    await rest(kessan);
    await bare.bringToFront();
    times.bare.push(await pressed(bare, "Enter", [EDITED_CELL]));
    await rest(bare);
  }
  report("edit to painted", times);
}

async function measureKeys({ bare, kessan }: Both, what: string, code: string, changed: readonly string[]): Promise<void> {
  const times = noTimes();
  for (let round = 0; round < OTHERS; round += 1)
    for (const way of ["Alt", "Alt+Shift"])
      for (const [who, page] of [["kessan", kessan], ["bare", bare]] as const) {
        await page.bringToFront();
        times[who].push(await pressed(page, `${way}+${code}`, changed));
        await rest(page);
      }
  report(what, times);
}

async function measureScrolls({ bare, kessan }: Both): Promise<void> {
  for (const [what, x, y] of [["scroll down", 0, WHEEL_PX], ["scroll across", -WHEEL_PX, 0]] as const) {
    const frames = noTimes();
    const blank = { bare: 0, kessan: 0 };
    for (let round = 0; round < SCROLLS; round += 1)
      for (const [who, page] of [["kessan", kessan], ["bare", bare]] as const) {
        const scrolled = await scroll(page, round % 2 === 0 ? [x, y] : [-x, -y]);
        frames[who].push(...scrolled.frames);
        blank[who] += scrolled.blank.reduce((sum, each) => sum + each, 0);
        await rest(page);
      }
    report(what, frames);
    console.log(what, blank);
  }
}

async function scroll(page: Page, [x, y]: readonly [number, number]): Promise<Scrolled> {
  await page.bringToFront();
  await page.mouse.move(VIEWPORT.width / 2, VIEWPORT.height / 2);
  const columns = Array.from({ length: COLUMNS }, (_, quarter) => spanKey(quarterAt(quarter)));
  await page.evaluate(watchScroll, { columns, rows: LIVE.lines });
  for (let gone = 0; gone < WHOLE_GRID_PX; gone += WHEEL_PX) await page.mouse.wheel(x, y);
  await rest(page);
  return page.evaluate(() => window.scrolled());
}

async function pressed(page: Page, key: string, changed: readonly string[]): Promise<number> {
  await page.evaluate(watchKey, changed);
  await page.keyboard.press(key);
  return page.evaluate(() => window.painted);
}

/** Until nothing is left to do: the window has checked its figures, and the browser is idle. */
async function rest(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}

const noTimes = (): Times => ({ bare: [], kessan: [] });

function report(what: string, { bare, kessan }: Times): void {
  const ms = (values: readonly number[]): string => `median ${medianOf(values).toFixed(1)} p95 ${p95(values).toFixed(1)} min ${Math.min(...values).toFixed(1)}`;
  console.log(`${what.padEnd(16)} bare ${ms(bare)}   kessan ${ms(kessan)}   ratio ${(medianOf(kessan) / medianOf(bare)).toFixed(2)} p95 ${(p95(kessan) / p95(bare)).toFixed(2)} min ${(Math.min(...kessan) / Math.min(...bare)).toFixed(2)}`);
}

const p95 = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.ceil(0.95 * values.length) - 1] ?? Number.NaN;
