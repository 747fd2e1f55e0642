/**
 * Passes one port from the main process to the page, and nothing else: the page never sees Electron's own
 * messages. The page asks with "kessan:connect" at every load, and gets "kessan:port".
 */
import { ipcRenderer } from "electron";

window.addEventListener("message", ({ source, origin, data }) => {
  if (source === window && origin === location.origin && data === "kessan:connect") ipcRenderer.send("kessan:connect");
});

ipcRenderer.on("kessan:port", ({ ports }) => window.postMessage("kessan:port", location.origin, ports));
