import { defineConfig } from "@playwright/test";
import type { HostOptions } from "./e2e/app.ts";

const chromium = process.env["KESSAN_CHROMIUM"];
const electron = process.env["KESSAN_ELECTRON"];

export default defineConfig<HostOptions>({
  testDir: "e2e",
  outputDir: "test-results",
  // Each test has a host and a window of its own; more of them than cores only wait for each other.
  workers: 2,
  fullyParallel: true,
  // A test that passes the second time has failed.
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "reports/e2e.json" }]],
  use: {
    viewport: { width: 1440, height: 900 },
    screenshot: "only-on-failure",
    ...(chromium === undefined ? {} : { launchOptions: { executablePath: chromium } }),
  },
  projects: [
    { name: "browser", use: { host: "browser" } },
    ...(electron === undefined ? [] : [{ name: "electron", use: { host: "electron" as const } }]),
  ],
});
