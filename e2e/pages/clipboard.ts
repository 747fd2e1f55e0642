/** The clipboard as another program sees it: what it would paste, and what it has copied. By real keys, in a field of its own. */
import type { InWindow } from "./book-window.ts";

export interface Copied {
  /** What every program takes. */
  readonly text: string;
  /** What spreadsheets and word processors take; empty where there is none. */
  readonly markup: string;
}

export class Clipboard {
  readonly #window: InWindow;

  constructor(window: InWindow) {
    this.#window = window;
  }

  /** What another program would paste now. */
  async read(): Promise<Copied> {
    return this.#elsewhere("paste", null, "ControlOrMeta+v");
  }

  /** The rows of what another program would paste as text. */
  async rows(): Promise<string[][]> {
    const { text } = await this.read();
    const lines = text.endsWith("\r\n") ? text.slice(0, -2).split("\r\n") : [text];
    return lines.map((line) => line.split("\t"));
  }

  /** The numbers that a spreadsheet finds in the table, row by row; text where a cell holds text. */
  async numbers(): Promise<(number | string)[][]> {
    const { markup } = await this.read();
    const rows = markup.match(/<tr>.*<\/tr>/gu) ?? [];
    return rows.map((row) =>
      [...row.matchAll(/<td(?<marks>[^>]*)>(?<text>[^<]*)<\/td>/gu)].map(({ groups }) => {
        const number = /sdval="([^"]*)"/u.exec(groups?.["marks"] ?? "")?.[1];
        return number === undefined ? (groups?.["text"] ?? "") : Number(number);
      }),
    );
  }

  /** Another program copies. */
  async put({ text, markup = "" }: { readonly text: string; readonly markup?: string }): Promise<void> {
    await this.#elsewhere("copy", { text, markup }, "ControlOrMeta+c");
  }

  async #elsewhere(event: "copy" | "paste", copied: Copied | null, key: string): Promise<Copied> {
    const { page } = this.#window;
    const field = await page.evaluateHandle(
      ({ name, gives }) => {
        const element = document.createElement("textarea");
        const before = document.activeElement;
        element.value = " ";
        document.body.append(element);
        const answered = new Promise<{ text: string; markup: string }>((resolve) => {
          element.addEventListener(name, (happened) => {
            const data = happened.clipboardData;
            happened.preventDefault();
            if (gives !== null) {
              data?.setData("text/plain", gives.text);
              if (gives.markup !== "") data?.setData("text/html", gives.markup);
            }
            resolve({ text: data?.getData("text/plain") ?? "", markup: data?.getData("text/html") ?? "" });
          });
        });
        element.select();
        const leave = (): void => {
          element.remove();
          if (before instanceof HTMLElement) before.focus();
        };
        return { answered, leave };
      },
      { name: event, gives: copied },
    );
    await page.keyboard.press(key);
    const answer = await field.evaluate(({ answered }) => answered);
    await field.evaluate(({ leave }) => leave());
    return answer;
  }
}
