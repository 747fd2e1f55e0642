import type { Settings } from "#contract/questions.ts";

const PREFERS_DARK = "(prefers-color-scheme: dark)";

/** Sets the theme on the page and keeps following the system where that was chosen. Returns what stops that. */
export function applyTheme(theme: Settings["theme"]): () => void {
  const system = window.matchMedia(PREFERS_DARK);
  const apply = (): void => {
    document.documentElement.dataset["theme"] = theme === "system" ? (system.matches ? "dark" : "light") : theme;
  };
  apply();
  system.addEventListener("change", apply);
  return () => system.removeEventListener("change", apply);
}

/** Calls back whenever the page's theme became another. Returns what stops that. */
export function onThemeChange(listen: () => void): () => void {
  const observer = new MutationObserver(listen);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}
