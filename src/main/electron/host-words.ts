/** The few words of the app's own dialogs, in the language of the window. */
import type { Settings } from "#contract/questions.ts";
import type { Handlers } from "#handlers/index.ts";

export interface HostWords {
  readonly open: string;
  readonly notOpened: string;
  notPublished(path: string): string;
  readonly kept: string;
  readonly close: string;
  readonly stay: string;
}

const HOST_WORDS: Readonly<Record<Settings["language"], HostWords>> = {
  en: {
    open: "Open a book…",
    notOpened: "The book was not opened. The one that is open stays.",
    notPublished: (path) => `${path} could not be brought up to date.`,
    kept: "Every edit is kept in Kessan's own copy, and Kessan tries again when the book is opened the next time.",
    close: "Close",
    stay: "Keep open",
  },
  ja: {
    open: "ブックを開く…",
    notOpened: "ブックを開けませんでした。開いているブックはそのままです。",
    notPublished: (path) => `${path} を最新の状態にできませんでした。`,
    kept: "編集内容はすべて Kessan の作業用コピーに残っています。次にこのブックを開いたときにもう一度保存します。",
    close: "閉じる",
    stay: "開いたままにする",
  },
};

export async function wordsFor({ table }: Handlers): Promise<HostWords> {
  const { language } = await table["settings.read"](null);
  return HOST_WORDS[language];
}
