/** `screen`: the displays that the test says there are. */
import type { Display, Screen } from "electron";
import type { Bounds } from "../hosts/host.ts";
import { wanted } from "./screen-link.ts";
import { strict } from "./strict.ts";

const overlap = (one: Bounds, two: Bounds): number => {
  const shared = (start: "x" | "y", length: "width" | "height"): number =>
    Math.min(one[start] + one[length], two[start] + two[length]) - Math.max(one[start], two[start]);
  return Math.max(0, shared("x", "width")) * Math.max(0, shared("y", "height"));
};

const distance = (one: Bounds, two: Bounds): number =>
  Math.hypot(one.x + one.width / 2 - two.x - two.width / 2, one.y + one.height / 2 - two.y - two.height / 2);

/** The display that most of it is on; where it is on none, the nearest. */
export function workAreaAround(bounds: Bounds): Bounds {
  const [first] = wanted.displays.toSorted(
    (a, b) => overlap(b, bounds) - overlap(a, bounds) || distance(a, bounds) - distance(b, bounds),
  );
  if (first === undefined) throw new Error("The test wanted no display.");
  return first;
}

/** A system's first display is the one whose corner is the origin. */
export const firstWorkArea = (): Bounds => workAreaAround({ x: 0, y: 0, width: 1, height: 1 });

const display = (workArea: Bounds): Display => strict("Display", { workArea }) as Display;

export const screen = strict("screen", {
  getDisplayMatching: (bounds) => display(workAreaAround(bounds)),
  getPrimaryDisplay: () => display(firstWorkArea()),
} satisfies Pick<Screen, "getDisplayMatching" | "getPrimaryDisplay">);
