import { defineConfig } from "@playwright/test";
import type { HostOptions } from "./e2e/app.ts";

const chromium = process.env["KESSAN_CHROMIUM"];
const isShort = process.env["KESSAN_SHORT"] !== undefined;
const electron = process.env["KESSAN_ELECTRON"];

/** What a browser does not have: menus and dialogs of the system, a window's place, a second start. */
const DESKTOP_ONLY = "native/*.spec.ts";
/** What only a stand-in can be made to do: an app that is broken on purpose, a message from a frame that is none. */
const STAND_IN_ONLY = "electron-stand-in/*.spec.ts";
/**
 * What a host does for a window: starting and ending, books, files and pictures, the clipboard, languages, keys,
 * what leaves the machine. The rest is the window's own, the same code on every host.
 */
const TOUCHES_A_HOST =
  /(?:native|electron-stand-in)\/.*\.spec\.ts$|\/(?:appearance|as-of|clipboard|export|formula-bar|hostile-labels|language|making|notes|offline|open|palette|print|restart|status|trends|undo)\.spec\.ts$/u;

/** What Playwright itself turns off in Chromium, again: of two such switches Chromium heeds the last alone. */
const OFF_FOR_PLAYWRIGHT = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "TcpPortRandomizationWin",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
  "msForceBrowserSignIn",
  "msEdgeUpdateLaunchServicesPreferredVersion",
];

/**
 * The suggestions under an address bar. A whole Chromium has one also where nobody sees it, and reads their pages anew
 * with each window: 0.7 seconds of a core, nearly as much as Kessan's own.
 */
const OFF_FOR_SPEED = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup"];

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
    launchOptions: {
      args: [`--disable-features=${[...OFF_FOR_PLAYWRIGHT, ...OFF_FOR_SPEED].join(",")}`],
      ...(chromium !== undefined && { executablePath: chromium }),
    },
  },
  projects: [
    { name: "browser", use: { host: "browser" }, testIgnore: [DESKTOP_ONLY, STAND_IN_ONLY] },
    { name: "stand-in", use: { host: "stand-in" }, ...(isShort && { testMatch: TOUCHES_A_HOST }) },
    ...(electron === undefined
      ? []
      : [{ name: "electron", use: { host: "electron" as const }, testIgnore: STAND_IN_ONLY }]),
  ],
});
