import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { windowPlace, within } from "./window-place.ts";

const SCREEN = { x: 0, y: 25, width: 1920, height: 1015 };

const primary = vi.hoisted(() => ({ workArea: { x: 0, y: 25, width: 1920, height: 1015 } }));

vi.mock("electron", () => ({
  screen: { getDisplayMatching: () => ({ workArea: SCREEN }), getPrimaryDisplay: () => primary },
}));

describe("a window is brought back onto its display", () => {
  test.each([
    ["where it fits it stays", [60, 40, 1300, 800], [60, 40, 1300, 800]],
    ["too far right and up", [5000, -900, 1300, 800], [620, 25, 1300, 800]],
    ["too far left and down", [-4000, 900, 1300, 800], [0, 240, 1300, 800]],
    ["larger than the display", [-10, -10, 2500, 1400], [0, 25, 1920, 1015]],
  ])("%s", (_, before, after) => {
    const rectangle = ([x = 0, y = 0, width = 0, height = 0]: number[]): typeof SCREEN => ({ x, y, width, height });
    expect(within(rectangle(before), SCREEN)).toEqual(rectangle(after));
  });
});

describe("what was kept", () => {
  const folder = mkdtempSync(join(tmpdir(), "kessan-place-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const first = { width: 1440, height: 900 };

  test("nothing: the first size, wherever the system puts it", () => {
    expect(windowPlace(folder)).toEqual({ bounds: first, isMaximized: false });
  });

  test("nothing, on a small laptop: what its screen has room for", () => {
    const { workArea } = primary;
    primary.workArea = { x: 0, y: 0, width: 1366, height: 728 };
    expect(windowPlace(folder).bounds).toEqual({ width: 1366, height: 728 });
    primary.workArea = workArea;
  });

  test.each([
    [
      '{"bounds":{"x":1,"y":30,"width":1200,"height":800},"isMaximized":true}',
      { x: 1, y: 30, width: 1200, height: 800 },
      true,
    ],
    ['{"bounds":{"x":"left","y":30,"width":1200,"height":800}}', first, false],
    ['{"bounds":{"x":1.5,"y":30,"width":1200,"height":800}}', first, false],
    ['{"isMaximized":true}', first, true],
    ["[]", first, false],
    ["7", first, false],
    ["{", first, false],
  ])("%s", (text, bounds, isMaximized) => {
    writeFileSync(join(folder, "window-place.json"), text);
    expect(windowPlace(folder)).toEqual({ bounds, isMaximized });
  });
});
