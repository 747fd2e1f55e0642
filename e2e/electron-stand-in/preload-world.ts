/**
 * The page's side of a sandboxed preload: an isolated world of the page, which shares its document and none of its
 * objects. It has `require("electron")` and nothing else of Node.
 */
import { Script } from "node:vm";

/** The world's name, and in it the way out to the stand-in. The page's own world has neither. */
export const WORLD = "electron-stand-in";
export const BINDING = "electronStandInSends";
export const RECEIVER = "electronStandInReceives";

export type FromWorld =
  | { readonly kind: "send"; readonly channel: string }
  | { readonly kind: "port"; readonly port: number; readonly data: string }
  | { readonly kind: "port-closed"; readonly port: number };

export type ToWorld =
  | { readonly kind: "post"; readonly channel: string; readonly ports: readonly number[] }
  | { readonly kind: "port"; readonly port: number; readonly data: string }
  | { readonly kind: "port-closed"; readonly port: number };

/** What a sandboxed preload is given around its text: no import, and only these names. */
function around(preload: string): string {
  return `(function (require, module, exports) {\n${preload}\n})`;
}

/** Throws as Electron does, where a preload is no script: an ES module begins with what no function can hold. */
export function worldScript(preload: string): string {
  try {
    new Script(around(preload), { filename: "preload" });
  } catch (error) {
    throw new Error(`Unable to load preload script: ${String(error)}`);
  }
  const names = JSON.stringify({ binding: BINDING, receiver: RECEIVER });
  return `(${inWorld.toString()})(${around(preload)}, ${names});`;
}

type Preload = (require: (name: string) => object, module: object, exports: object) => void;

/** Runs in the page's isolated world; its text is all that gets there. */
function inWorld(preload: Preload, names: { readonly binding: string; readonly receiver: string }): void {
  // Electron runs it in the window's own frame alone.
  if (window !== window.top) return;
  const world = globalThis as unknown as Record<string, (message: never) => void>;
  const send = (message: FromWorld): void => world[names.binding]?.(JSON.stringify(message) as never);
  const ports = new Map<number, MessagePort>();
  const listeners = new Map<string, ((event: object) => void)[]>();

  const strictly = <Known extends object>(name: string, known: Known): Known =>
    new Proxy(known, {
      get(own, key) {
        if (!(key in own)) throw new Error(`Electron's stand-in does not know ${name}.${String(key)}.`);
        return Reflect.get(own, key) as unknown;
      },
    });

  const portOf = (number: number): MessagePort => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", ({ data }) => {
      if (typeof data !== "string") throw new Error("Electron's stand-in carries only text by ports.");
      send({ kind: "port", port: number, data });
    });
    port1.addEventListener("close", () => send({ kind: "port-closed", port: number }));
    port1.start();
    ports.set(number, port1);
    return port2;
  };

  const receive = (message: ToWorld): void => {
    if (message.kind === "port") ports.get(message.port)?.postMessage(message.data);
    else if (message.kind === "port-closed") ports.get(message.port)?.close();
    else {
      const event = strictly("IpcRendererEvent", { ports: message.ports.map(portOf) });
      for (const listen of listeners.get(message.channel) ?? []) listen(event);
    }
  };
  Object.defineProperty(globalThis, names.receiver, { value: receive });

  const ipcRenderer = strictly("ipcRenderer", {
    send(channel: string, ...values: readonly unknown[]) {
      structuredClone(values);
      if (values.length > 0) throw new Error("Electron's stand-in carries no values by ipcRenderer.send.");
      send({ kind: "send", channel });
    },
    on(channel: string, listen: (event: object) => void) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listen]);
    },
  });
  const electron = strictly("electron in a preload", { ipcRenderer });
  const require = (name: string): object => {
    if (name !== "electron") throw new Error(`module not found: ${name}`);
    return electron;
  };
  try {
    preload(require, { exports: {} }, {});
  } catch (error) {
    console.error("Unable to load preload script", error);
  }
}
