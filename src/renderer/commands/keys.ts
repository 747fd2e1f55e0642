/** Keys as commands name them: `Mod+Shift+C`, `F2`, `Alt+ArrowLeft`, `Mod++`. Mod is Ctrl, on a Mac Command. */

/** The part of a keyboard event that tells which key it is; a spec for tests. */
export type KeyPress = Pick<
  KeyboardEvent,
  "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey" | "getModifierState"
>;

interface Chord {
  readonly key: string;
  readonly isMod: boolean;
  readonly isShift: boolean;
  readonly isAlt: boolean;
}

const isMac = (): boolean => navigator.userAgent.includes("Macintosh");

function chordOf(name: string): Chord {
  const modifiers = /^(?:(?:Mod|Shift|Alt)\+)*/u.exec(name)?.[0] ?? "";
  const has = (modifier: string): boolean => modifiers.includes(`${modifier}+`);
  return { key: name.slice(modifiers.length), isMod: has("Mod"), isShift: has("Shift"), isAlt: has("Alt") };
}

const isLetter = (key: string): boolean => /^[A-Z]$/u.test(key);
const isDigit = (key: string): boolean => /^\d$/u.test(key);
const isSign = (key: string): boolean => key.length === 1 && !isLetter(key) && !isDigit(key);

/** What the same key types elsewhere: Japanese keyboards have ¥ where others have the backslash. */
const TYPED_AS: Readonly<Record<string, string>> = { "¥": "\\" };

/** Where a sign stands on the board, for boards that type kana or the like: ¥ and ろ of a Japanese one. */
const SIGN_CODES: Readonly<Record<string, readonly string[]>> = { "\\": ["IntlYen", "IntlRo"] };

function codesOf(key: string): readonly string[] {
  if (isDigit(key)) return [`Digit${key}`];
  return isLetter(key) ? [`Key${key}`] : (SIGN_CODES[key] ?? []);
}

/** Whether a key press is the one a command names. AltGr types characters, so it is neither Ctrl nor Alt. */
export function isChord(press: KeyPress, name: string, onMac = isMac()): boolean {
  const { key, isMod, isShift, isAlt } = chordOf(name);
  // On a Mac it is Option that types characters, and every Alt there is Option.
  if (!onMac && press.getModifierState("AltGraph")) return false;
  const [mod, foreign] = onMac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  if (mod !== isMod || foreign || press.altKey !== isAlt) return false;
  const typed = TYPED_AS[press.key] ?? (press.key.length === 1 ? press.key.toUpperCase() : press.key);
  // Some boards type a sign with Shift where others do not.
  if (press.shiftKey !== isShift && !(isSign(key) && !isShift)) return false;
  if (typed === key) return true;
  // With Alt and on boards of other scripts the character is another, and the place of the key tells; a digit's key
  // may type a sign. A board that types Latin letters elsewhere means the letters.
  const isElsewhere = !isDigit(key) && typed.length === 1 && typed >= " " && typed <= "~";
  return codesOf(key).includes(press.code) && (isAlt || !isElsewhere);
}

/** What fields of text do with Mod: select, copy, paste, undo, complete, and go and delete by words and lines. */
const SIGNS_OF_TEXT = ["A", "C", "X", "V", "Shift+V", "Z", "Shift+Z", "Y", "I", " ", "/", "[", "]"];
const MOVES_OF_TEXT = ["Backspace", "Delete", "Enter", "Home", "Shift+Home", "End", "Shift+End"];
const ARROWS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];

/** Whether a field of text has its own use for a key: typing, going about in the text, taking back what was typed. */
export function isOfText(press: KeyPress, onMac = isMac()): boolean {
  const isFunctionKey = /^F\d{1,2}$/u.test(press.key);
  const withMod = onMac ? press.metaKey : press.ctrlKey;
  if (!withMod && (onMac || !press.altKey)) return !isFunctionKey;
  if (ARROWS.includes(press.key)) return withMod || onMac;
  return (
    [...SIGNS_OF_TEXT, ...MOVES_OF_TEXT].some((key) => isChord(press, `Mod+${key}`, onMac)) ||
    press.getModifierState("AltGraph")
  );
}

/** Keys by which a browser would leave the page, load it anew, keep it, or open something of its own over it. */
const WITH_MOD_OF_BROWSERS = ["F", "G", "Shift+G", "K", "D", "R", "S", "Shift+P"];
const OF_BROWSERS = ["F1", "F3", "Shift+F3", "F6", "Alt+ArrowLeft", "Alt+ArrowRight"];

/** Whether a browser would do something with the key that the window cannot want. */
export const isOfBrowser = (press: KeyPress): boolean =>
  [...WITH_MOD_OF_BROWSERS.map((key) => `Mod+${key}`), ...OF_BROWSERS].some((name) => isChord(press, name));

const SHOWN: Readonly<Record<string, string>> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Escape: "Esc",
  " ": "Space",
  ContextMenu: "Menu",
};
const MAC_SIGNS: Readonly<Record<string, string>> = { Enter: "↩", Backspace: "⌫", Delete: "⌦", Tab: "⇥" };

/** A key as it is written for people: `Ctrl+Shift+H`, on a Mac `⇧⌘H`. */
export function keyText(name: string, onMac = isMac()): string {
  const { key, isMod, isShift, isAlt } = chordOf(name);
  if (onMac) {
    const shown = MAC_SIGNS[key] ?? SHOWN[key] ?? key;
    return `${isAlt ? "⌥" : ""}${isShift ? "⇧" : ""}${isMod ? "⌘" : ""}${shown}`;
  }
  return [isMod && "Ctrl", isAlt && "Alt", isShift && "Shift", SHOWN[key] ?? key]
    .filter((part) => part !== false)
    .join("+");
}

/** The text by which two names of the same key are equal. */
export function sameKey(name: string): string {
  const { key, isMod, isShift, isAlt } = chordOf(name);
  return [isMod, isShift, isAlt, key].join();
}
