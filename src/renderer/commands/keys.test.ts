import { describe, expect, test } from "vitest";
import { isChord, isOfText, keyText, type KeyPress } from "./keys.ts";

/** A key press as a browser tells it: `Ctrl+Shift` and the like, then what the key types and where it stands. */
function press(modifiers: string, key: string, code: string): KeyPress {
  const has = (name: string): boolean => modifiers.split("+").includes(name);
  // Windows tells AltGr as Ctrl and Alt besides; on Linux it is a level of the board and nothing else.
  const isAltGr = has("AltGr");
  return {
    key,
    code,
    ctrlKey: has("Ctrl") || isAltGr,
    metaKey: has("Meta"),
    shiftKey: has("Shift"),
    altKey: has("Alt") || isAltGr,
    getModifierState: (name) => name === "AltGraph" && (isAltGr || has("Level3")),
  };
}

describe("a key press is a command's", () => {
  test.each([
    ["as it is named", press("Ctrl", "f", "KeyF"), "Mod+F", true],
    ["with Caps Lock on", press("Ctrl", "F", "KeyF"), "Mod+F", true],
    ["not with Shift besides", press("Ctrl+Shift", "F", "KeyF"), "Mod+F", false],
    ["not with the Windows key", press("Meta", "f", "KeyF"), "Mod+F", false],
    ["not alone", press("", "f", "KeyF"), "Mod+F", false],
    ["Ctrl+Left is not Back", press("Ctrl", "ArrowLeft", "ArrowLeft"), "Alt+ArrowLeft", false],
    ["Alt+Left is", press("Alt", "ArrowLeft", "ArrowLeft"), "Alt+ArrowLeft", true],
    ["typed kana", press("Ctrl", "は", "KeyF"), "Mod+F", true],
    ["typed Cyrillic", press("Ctrl", "я", "KeyZ"), "Mod+Z", true],
    ["Dvorak means the letter it types", press("Ctrl", "u", "KeyF"), "Mod+F", false],
    ["Dvorak, where the letter is", press("Ctrl", "f", "KeyY"), "Mod+F", true],
    ["¥ of a Japanese board", press("Ctrl", "¥", "IntlYen"), "Mod+\\", true],
    ["ろ of a Japanese board", press("Ctrl", "\\", "IntlRo"), "Mod+\\", true],
    ["ろ while it types kana", press("Ctrl", "ろ", "IntlRo"), "Mod+\\", true],
    ["] of a Japanese board stands where others have the backslash", press("Ctrl", "]", "Backslash"), "Mod+\\", false],
    ["AltGr+Q types @ in German", press("AltGr", "@", "KeyQ"), "Mod+Q", false],
    ["AltGr+2 is not Alt+2", press("AltGr", "²", "Digit2"), "Alt+2", false],
    ["Ctrl with AltGr of Linux", press("Ctrl+Level3", "đ", "KeyF"), "Mod+F", false],
    ["a digit that types & in French", press("Ctrl", "&", "Digit1"), "Mod+1", true],
    ["a digit with Shift", press("Ctrl+Shift", "!", "Digit1"), "Mod+Shift+1", true],
    ["a digit of the number pad", press("Ctrl", "0", "Numpad0"), "Mod+0", true],
    ["= where it takes Shift", press("Ctrl+Shift", "=", "Minus"), "Mod+=", true],
    ["+ where it takes Shift", press("Ctrl+Shift", "+", "Equal"), "Mod++", true],
    ["+ of the number pad", press("Ctrl", "+", "NumpadAdd"), "Mod++", true],
    ["a function key", press("Shift", "F3", "F3"), "Shift+F3", true],
  ])("%s", (_, event, name, expected) => {
    expect(isChord(event, name, false)).toBe(expected);
  });

  test.each([
    ["Command is Mod", press("Meta", "f", "KeyF"), "Mod+F", true],
    ["Control is not", press("Ctrl", "f", "KeyF"), "Mod+F", false],
    ["Option types another character", press("Alt", "¡", "Digit1"), "Alt+1", true],
  ])("on a Mac: %s", (_, event, name, expected) => {
    expect(isChord(event, name, true)).toBe(expected);
  });
});

describe("a field of text keeps", () => {
  test.each([
    ["a character", press("", "a", "KeyA"), true],
    ["a character of AltGr", press("AltGr", "@", "KeyQ"), true],
    ["Ctrl+Z", press("Ctrl", "z", "KeyZ"), true],
    ["Ctrl+Left", press("Ctrl", "ArrowLeft", "ArrowLeft"), true],
    ["Escape", press("", "Escape", "Escape"), true],
    ["not Ctrl+K", press("Ctrl", "k", "KeyK"), false],
    ["not F1", press("", "F1", "F1"), false],
    ["not Shift+F3", press("Shift", "F3", "F3"), false],
    ["not Alt+1", press("Alt", "1", "Digit1"), false],
  ])("%s", (_, event, expected) => {
    expect(isOfText(event, false)).toBe(expected);
  });

  test("on a Mac its own Control+K, and what Option types", () => {
    expect(isOfText(press("Ctrl", "k", "KeyK"), true)).toBe(true);
    expect(isOfText(press("Alt", "¡", "Digit1"), true)).toBe(true);
    expect(isOfText(press("Alt", "ArrowLeft", "ArrowLeft"), true)).toBe(true);
    expect(isOfText(press("Meta", "k", "KeyK"), true)).toBe(false);
  });
});

test("keys are written as each system writes them", () => {
  expect(keyText("Mod+Shift+H", false)).toBe("Ctrl+Shift+H");
  expect(keyText("Alt+ArrowLeft", false)).toBe("Alt+←");
  expect(keyText("Mod++", false)).toBe("Ctrl++");
  expect(keyText("Mod+Shift+H", true)).toBe("⇧⌘H");
});
