/** `node scripts/screenshot.ts`: the picture of the README, docs/screenshot.png. A ratio is in focus, so that its formula is explained. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "@playwright/test";
import { ensureBuilt } from "./build.ts";
import { ensureChromium } from "./chromium.ts";
import { sandboxSwitches } from "./electron.ts";
import { ROOT } from "./run-node.ts";

const PICTURE = join(ROOT, "docs/screenshot.png");
const SIZE = { width: 1440, height: 900 };

await ensureBuilt();
const dataFolder = await mkdtemp(join(tmpdir(), "kessan-screenshot-"));
const host = spawn(process.execPath, [join(ROOT, "src/main/browser/index.ts")], {
  env: { ...process.env, KESSAN_DATA: dataFolder },
  stdio: ["ignore", "pipe", "inherit"],
});
const browser = await chromium.launch({ executablePath: await ensureChromium(), args: sandboxSwitches() });
try {
  const [line] = (await once(createInterface({ input: host.stdout }), "line")) as [string];
  const page = await browser.newPage({ viewport: SIZE, colorScheme: "light" });
  await page.goto(line.replace("Kessan is at ", ""));
  await page.getByTestId("chart").locator("svg").waitFor();
  const ratio = page.getByRole("row", { name: /^Gross margin ratio %/ });
  await ratio.getByRole("gridcell", { name: "18.3%" }).last().click();
  await page.getByRole("region", { name: "Explanation" }).getByText("gross_margin / revenue").first().waitFor();
  // Off the grid: a hovered row would look chosen.
  await page.mouse.move(0, 0);
  await page.screenshot({ path: PICTURE });
} finally {
  await browser.close();
  host.kill();
  await once(host, "exit");
  await rm(dataFolder, { recursive: true });
}
console.log(`${PICTURE}: ${Math.ceil((await stat(PICTURE)).size / 1024)} KB`);
