/**
 * The window on a book of 300 lines and 80 quarters, beside a bare AG Grid with as many rows and columns, in one
 * browser and in turns. The figures to quote are the ratios: the machine's speed drifts, and both drift with it.
 */
import { chromium, type Browser, type Page } from "@playwright/test";
import { spanKey } from "#core/timeline.ts";
import { findChromium } from "../scripts/chromium.ts";
import { sandboxSwitches } from "../scripts/electron.ts";
import { COLUMNS, EDITED, LIVE, quarterAt } from "./live-book.ts";
import { serveLivePages, type LivePages } from "./live-pages.ts";
import { watchKey, watchScroll, type Scrolled } from "./live-probe.ts";
import { medianOf, p95Of } from "./median.ts";

/** A laptop's screen. */
const VIEWPORT = { width: 1440, height: 900 };

const CONTENDERS = ["bare", "kessan"] as const;
type Contender = (typeof CONTENDERS)[number];
type Each<Value> = Readonly<Record<Contender, Value>>;

/** Enough for a median, and for a worst of twenty, that a passing load does not move. */
const EDITS = 25;
/** Before the figures: the first keys in a page are slow in either, while the engine learns the code. */
const WARM_UPS = 4;
/** There and back, twice. */
const SCROLLS = 4;

/** A wheel turned briskly: three notches of a usual mouse. */
const WHEEL_PX = 300;
/** More than the height of all rows and the width of all columns. */
const WHOLE_GRID_PX = 9000;
/** Pages from the first row to the last, with some to spare. */
const PAGES = 14;
/** A page that is never idle for so long is measured as it is. */
const LONGEST_REST_MS = 700;

const NEWEST = spanKey(quarterAt(LIVE.quarters - 1));
const cellAt = (row: string): string => `.ag-row[row-id="${row}"] .ag-cell[col-id="${NEWEST}"]`;

/** Says so where no Chromium is here. */
export async function benchLive(): Promise<void> {
  const executablePath = await findChromium();
  if (executablePath === null) {
    console.log("The live window was NOT measured: no Chromium is here. Install one, or name it in KESSAN_CHROMIUM.");
    return;
  }
  const pages = await serveLivePages();
  const browser = await chromium.launch({ executablePath, args: sandboxSwitches() });
  try {
    const both = await openBoth(browser, pages);
    await measureEdits(both);
    await measureScrolls(both);
  } finally {
    await browser.close();
    await pages.close();
  }
}

/** Each in a window of its own: a tab behind another is not painted. */
async function openBoth(browser: Browser, pages: LivePages): Promise<Each<Page>> {
  const open = async (address: string): Promise<Page> => {
    const context = await browser.newContext({ viewport: VIEWPORT, colorScheme: "light", locale: "en" });
    const page = await context.newPage();
    await page.goto(address);
    await page.locator(cellAt(EDITED.line)).waitFor();
    await rest(page);
    return page;
  };
  const kessan = await open(pages.windowAddress());
  const [label, column, grid] = await kessan.evaluate(() =>
    [".ag-cell[col-id=label]", ".ag-cell:not([col-id=label])", ".results-grid"].map(
      (selector) => document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect(),
    ),
  );
  const measures = [label?.width, column?.width, grid?.width, grid?.height].map((px) => px ?? 0);
  return { kessan, bare: await open(pages.bareAddress(measures)) };
}

/** Four digits and Enter, until the sum and its growth are painted; in the bare grid the number itself. */
async function measureEdits({ bare, kessan }: Each<Page>): Promise<void> {
  const times: Each<number[]> = { bare: [], kessan: [] };
  await kessan.locator(cellAt(EDITED.line)).click();
  await bare.locator(cellAt(EDITED.line)).click();
  for (let round = 0; round < WARM_UPS + EDITS; round += 1) {
    const isCounted = round >= WARM_UPS;
    const digits = round % 2 === 0 ? "9000" : "1000";
    const ours = await entered(kessan, digits, EDITED.dependents);
    const theirs = await entered(bare, digits, [EDITED.line]);
    if (isCounted) {
      times.kessan.push(ours);
      times.bare.push(theirs);
    }
  }
  report("edit, key to paint", times);
}

/** Through the whole grid there and back: with the wheel down and across, and page by page. */
async function measureScrolls(both: Each<Page>): Promise<void> {
  const wheel = (x: number, y: number) => async (page: Page, isBack: boolean) => {
    await page.mouse.move(VIEWPORT.width / 3, VIEWPORT.height / 2);
    for (let gone = 0; gone < WHOLE_GRID_PX; gone += WHEEL_PX) await page.mouse.wheel(isBack ? -x : x, isBack ? -y : y);
  };
  const paging = async (page: Page, isBack: boolean): Promise<void> => {
    for (let turned = 0; turned < PAGES; turned += 1) await page.keyboard.press(isBack ? "PageUp" : "PageDown");
  };
  await scroll("wheel down and up", both, wheel(0, WHEEL_PX));
  await scroll("wheel left and right", both, wheel(-WHEEL_PX, 0));
  await scroll("page by page", both, paging);
}

async function scroll(
  what: string,
  both: Each<Page>,
  move: (page: Page, isBack: boolean) => Promise<void>,
): Promise<void> {
  const frames: Each<number[]> = { bare: [], kessan: [] };
  const blank = { bare: 0, kessan: 0 };
  const columns = Array.from({ length: COLUMNS }, (_, quarter) => spanKey(quarterAt(quarter)));
  for (let round = 0; round < SCROLLS; round += 1)
    for (const who of CONTENDERS) {
      const page = both[who];
      await page.bringToFront();
      await page.evaluate(watchScroll, { columns, rows: LIVE.lines });
      await move(page, round % 2 === 1);
      await rest(page);
      const scrolled: Scrolled = await page.evaluate(() => window.scrolled());
      frames[who].push(...scrolled.frames);
      blank[who] += scrolled.blank.filter((cells) => cells > 0).length;
    }
  report(`${what}, a frame`, frames);
  console.log(
    `${what}: frames with a blank cell: bare ${blank.bare} of ${frames.bare.length}, kessan ${blank.kessan} of ${frames.kessan.length}`,
  );
}

async function entered(page: Page, digits: string, changed: readonly string[]): Promise<number> {
  await page.bringToFront();
  await page.keyboard.type(digits);
  await page.evaluate(watchKey, changed.map(cellAt));
  await page.keyboard.press("Enter");
  const painted = await page.evaluate(() => window.painted);
  await rest(page);
  await page.keyboard.press("ArrowUp");
  await rest(page);
  return painted;
}

/** Until the window has checked its figures and the browser has nothing left to do. */
async function rest(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);
  await page.evaluate(
    (timeout) => new Promise((resolve) => requestIdleCallback(resolve, { timeout })),
    LONGEST_REST_MS,
  );
}

function report(what: string, { bare, kessan }: Each<readonly number[]>): void {
  const ms = (values: readonly number[]): string =>
    `${medianOf(values).toFixed(1)} ms (p95 ${p95Of(values).toFixed(1)})`;
  const ratio = (of: (values: readonly number[]) => number): string => (of(kessan) / of(bare)).toFixed(2);
  console.log(
    `${what.padEnd(28)} bare ${ms(bare)}   kessan ${ms(kessan)}   ratio ${ratio(medianOf)} (p95 ${ratio(p95Of)})`,
  );
}
