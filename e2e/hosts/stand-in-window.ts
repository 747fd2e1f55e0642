/**
 * The stand-in's screen: a page of Playwright's Chromium as the renderer of Electron's one window.
 *
 * Chromium without Electron gives no scheme of ours an origin, so `kessan://app/` is shown as
 * `https://app.kessan.stand-in/`: https too is standard and secure, nothing there is on any network, and every
 * request is answered by what the app handles its scheme with, its headers and policy enforced by Chromium.
 */
import type { BrowserContext, CDPSession, Page, Route } from "@playwright/test";
import {
  BINDING,
  RECEIVER,
  WORLD,
  worldScript,
  type FromWorld,
  type ToWorld,
} from "../electron-stand-in/preload-world.ts";
import type { Link, MainQuestions, PrintOptions, ScreenQuestions } from "../electron-stand-in/link.ts";
import type { Bounds } from "./host.ts";

const WEB = /^https:\/\/(?<host>[^/]+)\.(?<scheme>[a-z]+)\.stand-in(?<path>\/.*)$/u;
const OWN = /^(?<scheme>[a-z]+):\/\/(?<host>[^/]+)(?<path>\/.*)$/u;

/** An address of the window as Electron has it. */
export const ownAddress = (web: string): string => web.replace(WEB, "$<scheme>://$<host>$<path>");
const webAddress = (own: string): string => own.replace(OWN, "https://$<host>.$<scheme>.stand-in$<path>");

export type MainLink = Link<MainQuestions, ScreenQuestions>;

/** What the window does with its page; Chromium's own names of the commands. */
const EDITING = { cut: "Cut", copy: "Copy", paste: "Paste" } as const;

/** Closing takes a tenth of a second; after this long it never comes. */
const CLOSE_MS = 3_000;

export class StandInWindow {
  readonly page: Page;
  /** What the app threw at what its page did. */
  readonly refusals: string[] = [];
  readonly #context: BrowserContext;
  readonly #devtools: CDPSession;
  readonly #main: MainLink;
  /** The isolated world of the page that is open, and the ports that lead there. */
  #world: number | null = null;
  #ports = new Set<number>();
  #frame = "";
  #url = "";
  /** The address that the app itself loads: no page asked for it. */
  #loading: string | null = null;

  constructor(context: BrowserContext, page: Page, devtools: CDPSession, main: MainLink) {
    this.#context = context;
    this.page = page;
    this.#devtools = devtools;
    this.#main = main;
  }

  /** Readies the page for the window: before this nothing was loaded. */
  async open({ preload, bounds }: { readonly preload: string; readonly bounds: Bounds }): Promise<void> {
    const devtools = this.#devtools;
    devtools.on("Page.frameNavigated", ({ frame }) => {
      if (frame.id === this.#frame) this.#url = ownAddress(frame.url);
    });
    devtools.on("Runtime.executionContextCreated", ({ context }) => {
      const { frameId } = context.auxData as { readonly frameId: string };
      if (context.name === WORLD && frameId === this.#frame) this.#world = context.id;
    });
    devtools.on("Runtime.executionContextDestroyed", ({ executionContextId }) => this.#left(executionContextId));
    devtools.on("Runtime.executionContextsCleared", () => this.#left(this.#world));
    devtools.on("Runtime.bindingCalled", ({ payload }) => this.#fromWorld(JSON.parse(payload) as FromWorld));
    await devtools.send("Page.enable");
    this.#frame = (await devtools.send("Page.getFrameTree")).frameTree.frame.id;
    await devtools.send("Runtime.enable");
    await devtools.send("Runtime.addBinding", { name: BINDING, executionContextName: WORLD });
    await devtools.send("Page.addScriptToEvaluateOnNewDocument", { source: worldScript(preload), worldName: WORLD });
    // A second window is asked for before it is there, and has nothing in it.
    this.#context.on("page", (page) => void this.#opened(page));
    await this.#context.route("**", (route) => route.abort("namenotresolved"));
    await this.page.route("**", (route) => this.#answer(route));
    await this.place(bounds);
    await this.#grant();
  }

  async load(address: string): Promise<void> {
    this.#loading = webAddress(address);
    await this.page.goto(this.#loading);
    this.#loading = null;
  }

  /** Leaves the page; where it is read anew that moment, the one that takes its place. */
  async close(): Promise<void> {
    await this.#leave()
      .catch(() => this.#leave())
      .catch(() => {});
    // Chromium may forget that a page was to be closed where another one takes its place that moment.
    const forgotten = setTimeout(() => void this.#context.close().catch(() => {}), CLOSE_MS);
    await this.page.close();
    clearTimeout(forgotten);
  }

  /** What a page posts as it is left reaches Electron's main process by itself; here it must first get out of the page. */
  #leave(): Promise<void> {
    return this.page.evaluate(async () => {
      dispatchEvent(new PageTransitionEvent("pagehide"));
      // Messages arrive in their order: after this one, all have.
      const { port1, port2 } = new MessageChannel();
      await new Promise((resolve) => {
        port1.addEventListener("message", resolve);
        port1.start();
        port2.postMessage(null);
      });
    });
  }

  place({ width, height }: Bounds): Promise<void> {
    return this.page.setViewportSize({ width, height });
  }

  /** Cuts, copies and pastes as the system's menus do: with the browser's own events, and without any permission. */
  async edit(deed: keyof typeof EDITING): Promise<void> {
    await this.#devtools.send("Input.dispatchKeyEvent", { type: "keyDown", commands: [EDITING[deed]] });
  }

  async activate(): Promise<void> {
    await this.#devtools.send("Runtime.evaluate", { expression: "null", userGesture: true });
  }

  async print({ widthInches, heightInches, marginsInches, ...options }: PrintOptions): Promise<Uint8Array> {
    const { data } = await this.#devtools.send("Page.printToPDF", {
      ...options,
      paperWidth: widthInches,
      paperHeight: heightInches,
      marginTop: marginsInches.top,
      marginBottom: marginsInches.bottom,
      marginLeft: marginsInches.left,
      marginRight: marginsInches.right,
    });
    return Buffer.from(data, "base64");
  }

  /** Hands something to the isolated world; where the page was left in between, nobody is there to have it. */
  async toWorld(message: ToWorld): Promise<void> {
    if (this.#world === null) return;
    if (message.kind === "post") for (const port of message.ports) this.#ports.add(port);
    const expression = `${RECEIVER}(${JSON.stringify(message)})`;
    const world = this.#world;
    const failed = await this.#devtools.send("Runtime.evaluate", { expression, contextId: world }).then(
      ({ exceptionDetails }) => exceptionDetails ?? null,
      () => null,
    );
    if (failed !== null) throw new Error(failed.exception?.description ?? failed.text);
  }

  #fromWorld(message: FromWorld): void {
    if (message.kind === "send") {
      const from = { url: this.#url, isMain: true, isGone: false };
      this.#tell(this.#main.ask("page.sends", { channel: message.channel, from }));
    } else if (message.kind === "port") {
      this.#tell(this.#main.ask("port.post", { port: message.port, data: message.data }));
    } else {
      this.#ports.delete(message.port);
      this.#tell(this.#main.ask("port.close", message.port));
    }
  }

  /** What the app refuses fails the test; an app that has ended refuses nothing. */
  #tell(asking: Promise<null>): void {
    asking.catch((error: unknown) => {
      if (!this.#main.hasEnded) this.refusals.push(String(error));
    });
  }

  /** The page was left, and with it the ports that led there. */
  #left(world: number | null): void {
    if (world === null || world !== this.#world) return;
    this.#world = null;
    for (const port of this.#ports) this.#tell(this.#main.ask("port.close", port));
    this.#ports.clear();
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request();
    const url = ownAddress(request.url());
    try {
      if (request.isNavigationRequest() && request.url() !== this.#loading) {
        const isMain = request.frame() === this.page.mainFrame();
        if (!(await this.#main.ask("page.navigates", { url, isMain }))) {
          await route.abort("aborted");
          return;
        }
      }
      const isFetch = ["fetch", "xhr", "eventsource"].includes(request.resourceType());
      const method = request.method();
      const answer = await this.#main.ask("page.request", { url, method, headers: request.headers(), isFetch });
      if (answer === null) await route.abort("namenotresolved");
      else await route.fulfill({ ...answer, body: Buffer.from(answer.body) });
    } catch {
      // What the app does not answer fails in the page, which says so.
      await route.abort("failed").catch(() => {});
    }
  }

  async #opened(page: Page): Promise<void> {
    if (page === this.page) return;
    const isAllowed = await this.#main.ask("page.opens", ownAddress(page.url())).catch(() => false);
    if (isAllowed) throw new Error("Electron's stand-in shows no second window.");
    await page.close();
  }

  /** Chromium has what the app leaves open, under Playwright's names; everything else is refused there already. */
  async #grant(): Promise<void> {
    const names = ["clipboard-read", "notifications", "geolocation", "midi"];
    const granted = await this.#main.ask("permissions.granted", null);
    await this.#context.grantPermissions(granted.filter((name) => names.includes(name)));
  }
}
