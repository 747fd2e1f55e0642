/** `ipcMain`, and the web contents of a window: its frame, its navigation, its printing. */
import type { PrintToPDFOptions, WebContents, WebFrameMain } from "electron";
import { tellApp } from "./app.ts";
import { moveToPage } from "./ports.ts";
import { link, tell } from "./screen-link.ts";
import { eventsOf, isPrevented, KnownEvents, onlyKnown, strict } from "./strict.ts";

/** The channels there are: one more is one more way in, whose sender a spec must see checked. */
const channels = new KnownEvents(["kessan:connect"]);
export const ipcMain = strict("ipcMain", channels);

const EVENTS = eventsOf<WebContents>()("will-navigate", "will-frame-navigate", "will-redirect", "will-attach-webview");

type Opening = Parameters<WebContents["setWindowOpenHandler"]>[0];

/** The frame that a message came from, or the one a page is in. */
function frameOf(url: string): Pick<WebFrameMain, "url" | "postMessage"> {
  return strict("WebFrameMain", {
    url,
    postMessage(channel: string, message: unknown, transfer: readonly object[] = []): void {
      structuredClone(message);
      if (message !== null) throw new Error("Electron's stand-in carries only null by WebFrameMain.postMessage.");
      tell(link.ask("frame.post", { channel, ports: transfer.map(moveToPage) }));
    },
  } satisfies Pick<WebFrameMain, "url" | "postMessage">);
}

let lastId = 0;

/** The contents of the one window there is. Made before anything is loaded, and told of at once. */
export function makeContents(): { readonly seen: object } {
  let openWindow: Opening = () => ({ action: "allow" });
  let mainFrame = frameOf("");
  const emitter = new KnownEvents(EVENTS);
  const edit = (deed: "cut" | "copy" | "paste"): void => tell(link.ask("contents.edit", deed));
  const known = {
    id: ++lastId,
    setWindowOpenHandler(handler: Opening) {
      openWindow = handler;
    },
    cut: () => edit("cut"),
    copy: () => edit("copy"),
    paste: () => edit("paste"),
    async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
      if (code !== "null" || !userGesture)
        throw new Error("Electron's stand-in runs no script in the page for the app.");
      return link.ask("contents.activate", null);
    },
    printToPDF: async (options: PrintToPDFOptions) =>
      Buffer.from(await link.ask("contents.print", printOptions(options))),
  } satisfies Pick<
    WebContents,
    "id" | "setWindowOpenHandler" | "cut" | "copy" | "paste" | "executeJavaScript" | "printToPDF"
  >;
  const contents = Object.assign(emitter, known);
  Object.defineProperty(contents, "mainFrame", { get: () => mainFrame });

  link.answer("page.navigates", async ({ url, isMain }) => {
    const kept = isMain && isPrevented(emitter, "will-navigate", { url, isMainFrame: true });
    return !kept && !isPrevented(emitter, "will-frame-navigate", { url, isMainFrame: isMain });
  });
  link.answer("page.opens", async (url) => openWindow({ url } as Parameters<Opening>[0]).action === "allow");
  link.answer("navigation.heard", async ({ event, url, isMain }) =>
    isPrevented(emitter, event, { url, isMainFrame: isMain }),
  );
  link.answer("page.attaches", async () => !isPrevented(emitter, "will-attach-webview"));
  link.answer("page.sends", async ({ channel, from }) => {
    if (channels.listenerCount(channel) === 0) throw new Error(`Nobody listens on the channel ${channel}.`);
    const frame = frameOf(from.url);
    if (from.isMain) mainFrame = frame;
    channels.emit(channel, strict("IpcMainEvent", { senderFrame: from.isGone ? null : frame }));
    return null;
  });

  const seen = strict("WebContents", contents);
  tellApp("web-contents-created", seen);
  return { seen };
}

const PRINT_OPTIONS = [
  "pageSize",
  "preferCSSPageSize",
  "margins",
  "printBackground",
  "displayHeaderFooter",
  "landscape",
];

function printOptions(options: PrintToPDFOptions): Parameters<typeof link.ask<"contents.print">>[1] {
  onlyKnown("printToPDF's options", options, PRINT_OPTIONS);
  const { pageSize, margins = {}, displayHeaderFooter = false, landscape = false } = options;
  if (typeof pageSize !== "object") throw new Error("Electron's stand-in prints only on paper given by its sides.");
  if (displayHeaderFooter || landscape) throw new Error("Electron's stand-in prints no headers, and turns no paper.");
  const { top = 0.4, bottom = 0.4, left = 0.4, right = 0.4 } = margins;
  return {
    widthInches: pageSize.width,
    heightInches: pageSize.height,
    marginsInches: { top, bottom, left, right },
    preferCSSPageSize: options.preferCSSPageSize ?? false,
    printBackground: options.printBackground ?? false,
  };
}
