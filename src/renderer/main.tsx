/** Opens the window: finds out which host it is in, asks for the book, and hands both to the components. */
import { createRoot, type Root } from "react-dom/client";
import { Fault } from "#core/faults.ts";
import type { HostEvents, HostQuestions } from "#contract/host.ts";
import type { Events, Questions } from "#contract/questions.ts";
import { connect } from "#rpc/connect.ts";
import { portWire } from "#rpc/port-wire.ts";
import { INTERNAL, refusalIn } from "#rpc/refusal.ts";
import { socketWire } from "#rpc/socket-wire.ts";
import { BookWindow } from "./BookWindow.tsx";
import { keepMenus, type NativeMenus } from "./commands/native-menu.ts";
import { makeActions, type WindowHost } from "./state/actions.ts";
import { afterPaint } from "./state/after-paint.ts";
import { BookWindowContext } from "./state/book-window.ts";
import { createWindowStore } from "./state/window-state.ts";
import { faultText, WORDS } from "./words/words.ts";
import { printWithDialog } from "./print-with-dialog.ts";
import { saveAsDownload } from "./save-as-download.ts";
import { base64Of } from "./trends/picture-file.ts";
import "./theme/tokens.css";
import "./theme/base.css";
import "./theme/window.css";

const TOKEN = "kessan.token";

interface FoundHost extends WindowHost {
  /** Null: the host has no menus of its own. */
  readonly menus: NativeMenus | null;
}

/** Electron: the preload answers with a port of its own; what only the host can do is asked on it as well. */
async function connectToElectron(): Promise<FoundHost> {
  const port = await new Promise<MessagePort>((resolve) => {
    const listen = ({ source, data, ports }: MessageEvent): void => {
      const [first] = ports;
      if (source !== window || data !== "kessan:port" || first === undefined) return;
      window.removeEventListener("message", listen);
      resolve(first);
    };
    window.addEventListener("message", listen);
    window.postMessage("kessan:connect", location.origin);
  });
  const connection = connect<Questions & HostQuestions, Events & HostEvents>(portWire(port));
  return {
    connection,
    menus: {
      show: (menus) => void connection.ask("menus.show", menus).catch(reportError),
      onChosen: (listen) => connection.on("menus.chosen", listen),
    },
    saveFile: (file) => connection.ask("files.save", file),
    printPages: (wanted) => connection.ask("pages.print", wanted),
    // The page itself may not: a sandboxed window has no permission for anything.
    copyPicture: async (png) => {
      await connection.ask("pictures.copy", { base64: await base64Of(png) });
    },
  };
}

/** A browser: a code that works once buys the token, the token opens the wire (docs/decisions/0003). */
async function connectToBrowserHost(): Promise<FoundHost> {
  const token = await readToken();
  // The address works once: another window has the book.
  if (token === "") throw new Fault("book-in-use");
  const socket = new WebSocket(`ws://${location.host}/wire`);
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener("open", () => resolve(), { once: true });
    socket.addEventListener("close", () => reject(new Error("The wire was closed before it was open.")), {
      once: true,
    });
  });
  const wire = socketWire(socket);
  wire.send(token);
  return {
    connection: connect<Questions, Events>(wire),
    menus: null,
    saveFile: saveAsDownload,
    printPages: printWithDialog,
    copyPicture: (png) => navigator.clipboard.write([new ClipboardItem({ [png.type]: png })]),
  };
}

async function readToken(): Promise<string> {
  const code = location.hash.slice(1);
  if (code === "") return sessionStorage.getItem(TOKEN) ?? "";
  history.replaceState(null, "", location.pathname);
  const headers = { "Content-Type": "application/json" };
  const response = await fetch("/session", { method: "POST", headers, body: JSON.stringify({ code }) });
  const answer: unknown = response.ok ? await response.json() : null;
  const hasToken = typeof answer === "object" && answer !== null && "token" in answer;
  const token = hasToken && typeof answer.token === "string" ? answer.token : "";
  sessionStorage.setItem(TOKEN, token);
  return token;
}

async function open(root: Root): Promise<void> {
  const host = await (location.protocol === "http:" ? connectToBrowserHost() : connectToElectron());
  const [settings, book, sheet] = await Promise.all([
    host.connection.ask("settings.read", null),
    host.connection.ask("books.read", null),
    host.connection.ask("views.read", null),
  ]);
  const now = new Date();
  const store = createWindowStore(book, settings, { year: now.getFullYear(), month: now.getMonth() + 1 }, sheet);
  const actions = makeActions(store, host);
  if (host.menus !== null) keepMenus(host.menus, store, actions);
  const bookWindow = { store, shown: afterPaint(store), actions };
  root.render(
    <BookWindowContext value={bookWindow}>
      <BookWindow />
    </BookWindowContext>,
  );
}

function Stopped({ title, text, action }: { readonly title: string; readonly text: string; readonly action: string }) {
  return (
    <div className="cannot-open" role="alert">
      <h1>{title}</h1>
      <p>{text}</p>
      <button type="button" className="text-button" onClick={() => location.reload()}>
        {action}
      </button>
    </div>
  );
}

/** Before the settings are known, the system's language is the best guess. */
const { app, ...words } = navigator.language.startsWith("ja") ? WORDS.ja : WORDS.en;

const place = document.getElementById("root");
if (place !== null) {
  const root: Root = createRoot(place, {
    onUncaughtError: (error) => {
      reportError(error);
      // React has taken the window away; what is stored is not touched by that.
      setTimeout(() => root.render(<Stopped title={app.stopped} text={app.stoppedHint} action={app.reload} />));
    },
  });
  root.render(<p className="opening">{app.opening}</p>);
  open(root).catch((error: unknown) => {
    const reason = faultText(refusalIn(error)?.code ?? INTERNAL, { app, ...words });
    root.render(<Stopped title={app.cannotOpen} text={reason} action={app.reload} />);
  });
}
