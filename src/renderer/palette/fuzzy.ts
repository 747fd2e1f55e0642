/** How well a name fits what was typed of it. */

const plain = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();

/**
 * The smaller the better: 0 the beginning, then the beginnings of words, then somewhere within, then the same
 * characters with others between. Null: it does not fit. Nothing typed fits everything.
 */
export function misfit(name: string, typed: string): number | null {
  const wanted = plain(typed);
  const text = plain(name);
  if (text.startsWith(wanted)) return 0;
  const words = text.split(/[^\p{L}\p{N}]+/u);
  if (wanted.split(" ").every((part) => words.some((word) => word.startsWith(part)))) return 1;
  if (text.includes(wanted)) return 2;
  return scattered(text, wanted);
}

/** Characters between those that fit, beyond which a name is not meant. */
const FURTHEST_APART = 8;

/** 3 and a bit more for every character in between. */
function scattered(text: string, wanted: string): number | null {
  let at = -1;
  let skipped = 0;
  for (const character of wanted.replaceAll(" ", "")) {
    const next = text.indexOf(character, at + 1);
    if (next < 0) return null;
    if (at >= 0) skipped += next - at - 1;
    at = next;
  }
  return skipped > FURTHEST_APART ? null : 3 + skipped / (FURTHEST_APART + 1);
}
