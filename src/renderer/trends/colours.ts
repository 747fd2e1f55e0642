/** Colours as the tokens write them, `#rrggbb` or for short `#rgb`, worked out from one another. */

function parts(colour: string): readonly number[] {
  const digits = colour.slice(1);
  const long = digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits;
  return [0, 2, 4].map((at) => Number.parseInt(long.slice(at, at + 2), 16));
}

const BLACK = "#000000";
const WHITE = "#ffffff";

/** Black or white, whichever is read more easily on a colour. */
export function readableOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = parts(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  // WCAG's relative luminance; at this one the contrast with black and with white is the same.
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? BLACK : WHITE;
}

/** A colour of which so much (0 to 1) is left over another. */
export function mixed(colour: string, over: string, share: number): string {
  const below = parts(over);
  const mix = parts(colour).map((part, index) => Math.round(part * share + (below[index] ?? 0) * (1 - share)));
  return `#${mix.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
