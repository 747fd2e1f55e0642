/** Where the window stood when it was closed, and where it stands when it opens. */
import { screen, type BrowserWindow, type Rectangle } from "electron";
import { readWindowPlace, writeWindowPlace } from "#store/settings.ts";

/** 1440 × 900 shows sixteen quarters beside both panes; below the least size they no longer fit. */
const FIRST_SIZE = { width: 1440, height: 900 } as const;
export const LEAST_SIZE = { minWidth: 1024, minHeight: 700 } as const;

type Size = Pick<Rectangle, "width" | "height">;

export interface WindowPlace {
  /** Without a place, the system chooses one. */
  readonly bounds: Rectangle | Size;
  readonly isMaximized: boolean;
}

/** The place kept in the data folder, brought back onto a display that is there; where none was kept the first size. */
export function windowPlace(dataFolder: string): WindowPlace {
  const kept: unknown = readWindowPlace(dataFolder);
  if (typeof kept !== "object" || kept === null) return { bounds: firstSize(), isMaximized: false };
  const isMaximized = "isMaximized" in kept && kept.isMaximized === true;
  const bounds = "bounds" in kept ? boundsIn(kept.bounds) : null;
  if (bounds === null) return { bounds: firstSize(), isMaximized };
  return { bounds: within(bounds, screen.getDisplayMatching(bounds).workArea), isMaximized };
}

function firstSize(): Size {
  return sizeOn(FIRST_SIZE, screen.getPrimaryDisplay().workArea);
}

/** Keeps the place as the window is closed. One that cannot be kept is no reason to stay open. */
export function keepWindowPlace(window: BrowserWindow, dataFolder: string): void {
  window.on("close", () => {
    try {
      writeWindowPlace(dataFolder, { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() });
    } catch (error) {
      console.error("The window's place was not kept.", error);
    }
  });
}

/** The same size where it fits, moved no further than it takes to be wholly on the display. */
export function within({ x, y, ...wanted }: Rectangle, area: Rectangle): Rectangle {
  const size = sizeOn(wanted, area);
  return {
    x: Math.min(Math.max(x, area.x), area.x + area.width - size.width),
    y: Math.min(Math.max(y, area.y), area.y + area.height - size.height),
    ...size,
  };
}

function sizeOn(wanted: Size, area: Size): Size {
  return { width: Math.min(wanted.width, area.width), height: Math.min(wanted.height, area.height) };
}

function boundsIn(kept: unknown): Rectangle | null {
  if (typeof kept !== "object" || kept === null) return null;
  const numbers = new Map<string, unknown>(Object.entries(kept));
  const read = (name: string): number => {
    const value = numbers.get(name);
    return typeof value === "number" && Number.isInteger(value) ? value : Number.NaN;
  };
  const bounds = { x: read("x"), y: read("y"), width: read("width"), height: read("height") };
  return Object.values(bounds).some(Number.isNaN) ? null : bounds;
}
