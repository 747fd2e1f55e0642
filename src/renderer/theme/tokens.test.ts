import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("tokens.css", import.meta.url), "utf8");

function tokensOf(selector: string): Map<string, string> {
  const body = css.slice(css.indexOf(`${selector} {`)).split("}")[0] ?? "";
  return new Map([...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = "", value = ""]) => [name, value]));
}

/** WCAG 2.2: relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const TEXTS = ["ink", "ink-quiet", "ink-faint", "accent", "reported", "warn", "bad", "good"];
const GROUNDS = ["paper", "panel", "raised", "hover", "selected"];
/** Marks and drawings must be told from what they stand on. */
const GRAPHICS = ["mark", "series-1", "series-3", "series-line-1", "series-line-2", "series-line-3", "series-rest"];

describe.each([":root", ':root[data-theme="dark"]'])("%s", (selector) => {
  const tokens = tokensOf(selector);
  const of = (name: string): string => {
    const value = tokens.get(name);
    if (value === undefined) throw new Error(`${selector} has no --${name}`);
    return value;
  };

  test.each(TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground])))(
    "%s can be read on %s",
    (text, ground) => {
      expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(4.5);
    },
  );

  test("what is chosen stands out from its group, lighter than it, and is read", () => {
    expect(luminance(of("chosen"))).toBeGreaterThan(luminance(of("hover")));
    expect(contrast(of("chosen"), of("hover"))).toBeGreaterThanOrEqual(1.1);
    expect(contrast(of("ink"), of("chosen"))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(GRAPHICS)("%s can be seen", (graphic) => {
    expect(contrast(of(graphic), of("paper"))).toBeGreaterThanOrEqual(3);
    expect(contrast(of(graphic), of("panel"))).toBeGreaterThanOrEqual(3);
  });
});
