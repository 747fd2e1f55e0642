/** The few words of the app's own dialogs, in the language of the window. */
import type { Settings } from "#contract/questions.ts";
import type { Handlers } from "#handlers/index.ts";
import { readSettings } from "#handlers/settings.ts";
import { whyNotOpened } from "./fault-words.ts";

export interface HostWords {
  readonly open: string;
  readonly notStarted: string;
  readonly notOpened: string;
  /** What went wrong while a book was opened. */
  whyNotOpened(error: unknown): string;
  notPublished(path: string): string;
  readonly kept: string;
  readonly close: string;
  readonly stay: string;
  /** What Electron does itself: the words it has for it are English alone. */
  readonly roles: Readonly<Record<SystemRole, string>>;
  readonly window: string;
}

/** What stands in the menus and is done by Electron. */
export type SystemRole =
  | "about"
  | "hide"
  | "hideOthers"
  | "unhide"
  | "quit"
  | "recentDocuments"
  | "clearRecentDocuments"
  | "close"
  | "minimize"
  | "front"
  | "resetZoom"
  | "zoomIn"
  | "zoomOut"
  | "togglefullscreen";

const HOST_WORDS: Readonly<Record<Settings["language"], HostWords>> = {
  en: {
    open: "Open a book…",
    notStarted: "Kessan did not start",
    whyNotOpened: (error) => whyNotOpened(error, "en"),
    notOpened: "The book was not opened. The one that is open stays.",
    notPublished: (path) => `${path} could not be brought up to date.`,
    kept: "Every edit is kept in Kessan's own copy, and Kessan tries again when the book is opened the next time.",
    close: "Close",
    stay: "Keep open",
    roles: {
      about: "About Kessan",
      hide: "Hide Kessan",
      hideOthers: "Hide Others",
      unhide: "Show All",
      quit: "Quit Kessan",
      recentDocuments: "Open Recent",
      clearRecentDocuments: "Clear Menu",
      close: "Close Window",
      minimize: "Minimize",
      front: "Bring All to Front",
      resetZoom: "Actual Size",
      zoomIn: "Enlarge the Window",
      zoomOut: "Reduce the Window",
      togglefullscreen: "Full Screen",
    },
    window: "Window",
  },
  ja: {
    open: "ブックを開く…",
    notStarted: "Kessan を開始できませんでした",
    whyNotOpened: (error) => whyNotOpened(error, "ja"),
    notOpened: "ブックを開けませんでした。開いているブックはそのままです。",
    notPublished: (path) => `${path} を最新の状態にできませんでした。`,
    kept: "編集内容はすべて Kessan の作業用コピーに残っています。次にこのブックを開いたときにもう一度保存します。",
    close: "閉じる",
    stay: "開いたままにする",
    roles: {
      about: "Kessan について",
      hide: "Kessan を隠す",
      hideOthers: "ほかを隠す",
      unhide: "すべてを表示",
      quit: "Kessan を終了",
      recentDocuments: "最近使ったブック",
      clearRecentDocuments: "メニューを消去",
      close: "ウインドウを閉じる",
      minimize: "最小化",
      front: "すべてを手前に移動",
      resetZoom: "実際の大きさ",
      zoomIn: "画面を拡大",
      zoomOut: "画面を縮小",
      togglefullscreen: "全画面表示",
    },
    window: "ウインドウ",
  },
};

/** Before the settings can be read. */
export const FIRST_WORDS = HOST_WORDS.en;

/** Where no book is open to ask for the settings. */
export function wordsIn(dataFolder: string): HostWords {
  try {
    return HOST_WORDS[readSettings(dataFolder).language];
  } catch {
    return FIRST_WORDS;
  }
}

export async function wordsFor({ table }: Handlers): Promise<HostWords> {
  const { language } = await table["settings.read"](null);
  return HOST_WORDS[language];
}
