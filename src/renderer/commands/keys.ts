/** Keys as commands name them: `Mod+Shift+C`, `F2`, `Alt+ArrowLeft`. */

interface Chord {
  readonly key: string;
  readonly isMod: boolean;
  readonly isShift: boolean;
  readonly isAlt: boolean;
}

function chordOf(name: string): Chord {
  const parts = name.split("+");
  const key = parts.at(-1) ?? "";
  return { key, isMod: parts.includes("Mod"), isShift: parts.includes("Shift"), isAlt: parts.includes("Alt") };
}

/** Where a key stands on the board, for those that type other characters with Alt or on other keyboards. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  // On Japanese keyboards the key says ¥ or ろ.
  "\\": ["Backslash", "IntlYen"],
};

const codesOf = (key: string): readonly string[] =>
  CODES[key] ?? (/^\d$/u.test(key) ? [`Digit${key}`] : /^[A-Z]$/u.test(key) ? [`Key${key}`] : [key]);

/** Whether a key press is the one a command names. AltGr types characters, so it is neither Ctrl nor Alt. */
export function isChord(event: KeyboardEvent, name: string): boolean {
  const { key, isMod, isShift, isAlt } = chordOf(name);
  if (event.getModifierState("AltGraph")) return false;
  if ((event.ctrlKey || event.metaKey) !== isMod || event.altKey !== isAlt || event.shiftKey !== isShift) return false;
  const typed = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  return typed === key || (codesOf(key).includes(event.code) && (isAlt || !/^[A-Z]$/u.test(typed)));
}
