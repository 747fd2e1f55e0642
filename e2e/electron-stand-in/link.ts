/**
 * The line between the process that runs the built main and the test that runs Chromium. In Electron both are one
 * program; here the first is `out/main` under Node with the stand-in's `electron`, the second is the screen it
 * draws on. Values cross by structured clone, as they do between Electron's processes.
 */

import type { Bounds, DialogAnswer, DialogShown, MenuItemSeen, PersonsDeed, WindowSeen } from "../hosts/host.ts";

/** Where the built app is, and the system it believes to be on. */
export interface StandInWanted {
  /** The app's folder: it has a package.json, whose `main` is started. */
  readonly root: string;
  /** What the person gave after the program's name. */
  readonly args: readonly string[];
  readonly isPackaged: boolean;
  /** Documents, downloads and the like, one folder in all. */
  readonly home: string;
  /** Where the window may stand. */
  readonly displays: readonly Bounds[];
}

export interface Fulfilled {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface PrintOptions {
  readonly widthInches: number;
  readonly heightInches: number;
  readonly marginsInches: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  };
  readonly preferCSSPageSize: boolean;
  readonly printBackground: boolean;
}

/** Asked by the main process of the screen. */
export interface ScreenQuestions {
  "window.open": { asks: { readonly preload: string; readonly bounds: Bounds }; answers: null };
  "window.load": { asks: string; answers: null };
  "window.show": { asks: null; answers: null };
  "window.place": { asks: Bounds; answers: null };
  "window.close": { asks: null; answers: null };
  "frame.post": { asks: { readonly channel: string; readonly ports: readonly number[] }; answers: null };
  "port.post": { asks: { readonly port: number; readonly data: string }; answers: null };
  "port.close": { asks: number; answers: null };
  "contents.edit": { asks: "cut" | "copy" | "paste"; answers: null };
  /** What a person has just done counts as done in the page. */
  "contents.activate": { asks: null; answers: null };
  "contents.print": { asks: PrintOptions; answers: Uint8Array };
  "dialog.show": { asks: DialogShown; answers: DialogAnswer };
  "clipboard.write": { asks: { readonly type: string; readonly bytes: Uint8Array }; answers: null };
}

export interface FrameSeen {
  readonly url: string;
  readonly isMain: boolean;
  /** It was removed after it sent its message. */
  readonly isGone: boolean;
}

/** What the app asked of Electron that leaves no other trace. */
export interface Asked {
  readonly schemes: readonly object[];
  readonly switches: Readonly<Record<string, string>>;
  readonly isSandboxedForAll: boolean;
  readonly recentDocuments: readonly string[];
}

/** Asked of the main process: by the page, by the person, by the system. */
export interface MainQuestions {
  "page.request": {
    asks: {
      readonly url: string;
      readonly method: string;
      readonly headers: Record<string, string>;
      readonly isFetch: boolean;
    };
    /** Null: no name is looked up. */
    answers: Fulfilled | null;
  };
  "page.navigates": { asks: { readonly url: string; readonly isMain: boolean }; answers: boolean };
  /** Whether one of the two events of a navigation was prevented. */
  "navigation.heard": {
    asks: { readonly event: string; readonly url: string; readonly isMain: boolean };
    answers: boolean;
  };
  "page.opens": { asks: string; answers: boolean };
  /** Whether a page may be embedded. */
  "page.attaches": { asks: null; answers: boolean };
  "page.sends": { asks: { readonly channel: string; readonly from: FrameSeen }; answers: null };
  "port.post": { asks: { readonly port: number; readonly data: string }; answers: null };
  "port.close": { asks: number; answers: null };
  /** Every permission, device and the like that the page would have: see every-permission.ts. */
  "permissions.granted": { asks: null; answers: readonly string[] };
  "person.does": { asks: PersonsDeed; answers: null };
  "window.see": { asks: null; answers: WindowSeen };
  "menu.see": { asks: null; answers: readonly MenuItemSeen[] };
  "menu.click": { asks: string; answers: null };
  "system.opens": { asks: string; answers: null };
  "asked.see": { asks: null; answers: Asked };
}

type QuestionMap<Questions> = { readonly [Name in keyof Questions]: { asks: unknown; answers: unknown } };

type Answering<Questions extends QuestionMap<Questions>> = {
  [Name in keyof Questions]: (asked: Questions[Name]["asks"]) => Promise<Questions[Name]["answers"]>;
};

type Message =
  | { readonly kind: "ask"; readonly id: number; readonly name: string; readonly value: unknown }
  | { readonly kind: "answer"; readonly id: number; readonly value: unknown }
  | { readonly kind: "refuse"; readonly id: number; readonly what: string };

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** One end of the line: it asks `Mine` and answers `Theirs`. */
export class Link<Mine extends QuestionMap<Mine>, Theirs extends QuestionMap<Theirs>> {
  readonly #post: (message: Message) => void;
  readonly #answers = new Map<string, (asked: unknown) => Promise<unknown>>();
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #ended: Error | null = null;

  constructor(post: (message: object) => void) {
    this.#post = post;
  }

  answer<Name extends keyof Theirs & string>(name: Name, body: Answering<Theirs>[Name]): void {
    this.#answers.set(name, body as (asked: unknown) => Promise<unknown>);
  }

  /** Rejects where the other end refuses, or is gone. */
  async ask<Name extends keyof Mine & string>(name: Name, value: Mine[Name]["asks"]): Promise<Mine[Name]["answers"]> {
    if (this.#ended !== null) throw this.#ended;
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as Waiting["resolve"], reject });
      this.#post({ kind: "ask", id, name, value });
    });
  }

  get hasEnded(): boolean {
    return this.#ended !== null;
  }

  /** What arrived from the other end. */
  receive(arrived: unknown): void {
    const message = arrived as Message;
    if (message.kind === "ask") {
      void this.#answerTo(message.id, message.name, message.value);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.kind === "answer") waiting?.resolve(message.value);
    else waiting?.reject(new Error(message.what));
  }

  /** The other end is gone: nothing is answered any more. */
  end(what: string): void {
    this.#ended ??= new Error(what);
    for (const { reject } of this.#waiting.values()) reject(this.#ended);
    this.#waiting.clear();
  }

  async #answerTo(id: number, name: string, value: unknown): Promise<void> {
    const body = this.#answers.get(name);
    let message: Message;
    try {
      if (body === undefined) throw new Error(`The stand-in does not answer ${name} yet.`);
      message = { kind: "answer", id, value: await body(value) };
    } catch (error) {
      message = { kind: "refuse", id, what: error instanceof Error ? error.message : String(error) };
    }
    if (this.#ended === null) this.#post(message);
  }
}
