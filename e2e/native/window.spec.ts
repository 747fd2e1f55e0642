import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "../app.ts";
import type { Bounds } from "../hosts/host.ts";

test.describe("closing", () => {
  test("at once after an edit brings the file up to date", async ({ app, kessan }) => {
    const path = await kessan.file();
    const before = await readFile(path);
    await kessan.keeps(() => kessan.grid.enter("Total revenues", "2Q06", "15000"));
    await app.close();
    expect((await readFile(path)).equals(before)).toBe(false);
    await app.start();
    await kessan.isOpen();
    await expect(kessan.grid.cell("Total revenues", "2Q06")).toHaveText("15,000");
    await expect(kessan.savedState).toHaveText("File up to date");
  });

  test("ends it also while its page is being read", async ({ app, kessan }) => {
    const read = kessan.page.reload().catch(() => {});
    await app.close();
    await read;
  });

  test("asks where the file cannot be brought up to date; the person may stay", async ({ app, kessan }) => {
    const path = await kessan.file();
    await writeFile(path, Buffer.concat([await readFile(path), Buffer.from("changed elsewhere")]));
    await kessan.grid.enter("Total revenues", "2Q06", "15000");
    await expect(kessan.savedState).not.toHaveText(/Saving|File up to date/u);
    await app.desktop.answerDialogs(0, 1);
    await app.desktop.handle({ do: "close" });
    await expect.poll(async () => (await app.desktop.dialogs()).length).toBe(1);
    const [asked] = await app.desktop.dialogs();
    // Neither Enter nor Escape closes it.
    const options = { buttons: ["Keep open", "Close"], defaultId: 0, cancelId: 0 };
    expect(asked).toMatchObject({ kind: "message", options });
    expect(JSON.stringify(asked?.options)).toContain("Every edit is kept");
    await kessan.keeps(() => kessan.grid.enter("Total revenues", "2Q06", "16000"));
    await expect(kessan.grid.cell("Total revenues", "2Q06")).toHaveText("16,000");
    await app.close();
  });
});

/** A place on the display there is, apart from its edges where there is room beside the least size of the window. */
function placeOn(area: Bounds): Bounds {
  const width = Math.max(1024, area.width - 200);
  const height = Math.max(700, area.height - 160);
  const room = { x: area.width - width, y: area.height - height };
  return { x: area.x + Math.min(60, room.x), y: area.y + Math.min(40, room.y), width, height };
}

test("the window stands where it stood, brought back where that is off the screen", async ({ app, kessan }) => {
  const { workArea } = await app.desktop.window();
  const bounds = placeOn(workArea);
  await app.desktop.handle({ do: "place", bounds });
  await app.restart();
  await kessan.isOpen();
  expect((await app.desktop.window()).bounds).toEqual(bounds);

  const right = workArea.x + workArea.width;
  await app.desktop.handle({ do: "place", bounds: { ...bounds, x: right + 3000, y: workArea.y - 900 } });
  await app.restart();
  await kessan.isOpen();
  const { bounds: back } = await app.desktop.window();
  expect(back).toEqual({ ...bounds, x: right - bounds.width, y: workArea.y });

  await app.desktop.handle({ do: "maximize" });
  await app.restart();
  await kessan.isOpen();
  expect(await app.desktop.window()).toMatchObject({ isMaximized: true });
  await app.desktop.handle({ do: "unmaximize" });
  expect((await app.desktop.window()).bounds).toEqual(back);
});

test("a place that cannot be read is none", async ({ app, kessan }) => {
  const { bounds: first, workArea } = await app.desktop.window();
  await app.desktop.handle({ do: "place", bounds: placeOn(workArea) });
  await app.close();
  await writeFile(join(app.folder, "data/window-place.json"), '{"bounds":{"x":"left"}}');
  await app.start();
  await kessan.isOpen();
  expect((await app.desktop.window()).bounds).toEqual(first);
});

test.describe("a page that something went wrong with", () => {
  test("goes nowhere else", async ({ app, kessan }) => {
    const { page } = kessan;
    const address = page.url();
    await page.evaluate(() => {
      location.href = "https://example.com/";
    });
    await page.evaluate(() => {
      const link = document.createElement("a");
      link.href = "http://127.0.0.1:9/";
      document.body.append(link);
      link.click();
    });
    await kessan.grid.enter("Total revenues", "2Q06", "15000");
    await expect(kessan.grid.cell("Total revenues", "2Q06")).toHaveText("15,000");
    expect(page.url()).toBe(address);
    app.requests.length = 0;
  });

  test("opens no second window", async ({ app, kessan }) => {
    const { page } = kessan;
    await page.evaluate(() => {
      open("https://example.com/");
    });
    await kessan.grid.enter("Total revenues", "2Q06", "15000");
    await expect(kessan.grid.cell("Total revenues", "2Q06")).toHaveText("15,000");
    await expect.poll(() => page.context().pages().length).toBe(1);
    app.requests.length = 0;
  });

  test("has no permission, no Node and nothing of Electron", async ({ kessan }) => {
    const names = ["clipboard-read", "notifications", "geolocation", "camera", "microphone", "midi"];
    const had = await kessan.page.evaluate(async (asked) => {
      const states = asked.map(async (name) => {
        const { state } = await navigator.permissions.query({ name: name as PermissionName });
        return state === "granted" ? name : null;
      });
      return {
        permissions: (await Promise.all(states)).filter((name) => name !== null),
        globals: ["require", "process", "module", "Buffer", "electron", "ipcRenderer"].filter(
          (name) => name in globalThis,
        ),
      };
    }, names);
    expect(had).toEqual({ permissions: [], globals: [] });
  });
});

test("the window follows the system's light and dark while the app runs", async ({ kessan }) => {
  await kessan.page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => kessan.brightness()).toBeLessThan(0.2);
  await kessan.page.emulateMedia({ colorScheme: "light" });
  await expect.poll(() => kessan.brightness()).toBeGreaterThan(0.9);
});
