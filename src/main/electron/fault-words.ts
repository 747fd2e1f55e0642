/** Why a book was not opened, in the app's own dialogs: what happened, what was kept, what to do. */
import type { Settings } from "#contract/questions.ts";
import { Fault, type FaultCode } from "#core/faults.ts";

/** What opening one can be refused for. Whatever else there is, is something wrong inside. */
type WhyNotOpened = Extract<
  FaultCode,
  | "book-not-found"
  | "book-is-not-one"
  | "book-is-newer"
  | "book-is-damaged"
  | "book-in-use"
  | "book-is-elsewhere"
  | "not-published"
  | "disk-full"
  | "cannot-write"
  | "folder-missing"
  | "internal"
>;

type Sentences = Readonly<Record<WhyNotOpened, (path: string) => string>>;

const SENTENCES: Readonly<Record<Settings["language"], Sentences>> = {
  en: {
    "book-not-found": (path) => `${path} is not there. Was it moved, or given another name?`,
    "book-is-not-one": (path) => `${path} is not a Kessan book. It was left as it is.`,
    "book-is-newer": (path) => `${path} was written by a newer Kessan and left as it is. Update Kessan to open it.`,
    "book-is-damaged": (path) => `${path} is damaged and was left as it is. Restore a backup.`,
    "book-in-use": (path) => `${path} is open in another Kessan. Close it there first.`,
    "book-is-elsewhere": (path) => `${path} is no file on this machine. Nothing was opened.`,
    "not-published": (path) =>
      `${path} could not be brought up to date and stays open. Every edit is kept in Kessan's own copy.`,
    "disk-full": (path) => `The disk of ${path} is full. Free some space and try again; every edit is kept.`,
    "cannot-write": (path) => `${path} could not be written and is as it was. Check the drive and try again.`,
    "folder-missing": (path) => `The folder of ${path} is not there. Make it first.`,
    internal: () => "Something went wrong inside Kessan. No book was changed.",
  },
  ja: {
    "book-not-found": (path) => `${path} がありません。移動や名前の変更がなかったか確認してください。`,
    "book-is-not-one": (path) => `${path} は Kessan のブックではありません。ファイルはそのままです。`,
    "book-is-newer": (path) =>
      `${path} は新しい Kessan で作られています。ファイルはそのままです。Kessan を更新してから開いてください。`,
    "book-is-damaged": (path) => `${path} は壊れています。ファイルはそのままです。控えから復元してください。`,
    "book-in-use": (path) => `${path} は別の Kessan で開かれています。先にそちらを閉じてください。`,
    "book-is-elsewhere": (path) => `${path} はこの端末のファイルではありません。何も開いていません。`,
    "not-published": (path) =>
      `${path} を最新の状態にできないため、開いたままにしました。編集内容はすべて Kessan の作業用コピーに残っています。`,
    "disk-full": (path) =>
      `${path} のディスクに空きがありません。空きを作ってからやり直してください。編集内容はすべて残っています。`,
    "cannot-write": (path) =>
      `${path} に書き込めませんでした。元の内容はそのままです。ドライブを確認してやり直してください。`,
    "folder-missing": (path) => `${path} のフォルダーがありません。先にフォルダーを作ってください。`,
    internal: () => "Kessan の内部で問題が起きました。ブックは変更されていません。",
  },
};

/** What is no fault is a bug, and told as one inside. */
export function whyNotOpened(error: unknown, language: Settings["language"]): string {
  const sentences = SENTENCES[language];
  if (!(error instanceof Fault)) return sentences.internal("");
  const sentence = Object.entries(sentences).find(([code]) => code === error.code)?.[1] ?? sentences.internal;
  return sentence(error.particulars["path"] ?? "");
}
