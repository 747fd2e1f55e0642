import { copyFile, mkdir, realpath, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test, type App } from "../app.ts";
import type { BookWindow } from "../pages/book-window.ts";
import { Making } from "../pages/making.ts";

/** A book of its own: the sample, with another figure. */
async function anotherBook(app: App, kessan: BookWindow): Promise<string> {
  const path = join(app.folder, "another.kessan");
  await kessan.keeps(() => kessan.grid.enter("Total revenues", "2Q06", "15000"));
  await copyFile(await kessan.file(), path);
  await kessan.grid.press("ControlOrMeta+z");
  await expect(kessan.grid.cell("Total revenues", "2Q06")).toHaveText("14,007");
  return path;
}

/** The system lists it among the recent documents, by which a Mac and Windows open it again. */
async function isRemembered(app: App, path: string): Promise<void> {
  const last = await realpath(path);
  await expect.poll(async () => (await app.desktop.recentDocuments()).at(-1)).toBe(last);
}

test("a new book goes where the system's dialog says", async ({ app, kessan }) => {
  const making = new Making(kessan);
  const { book, company } = making.words;
  const path = join(app.folder, "Acme.kessan");
  await making.run(book.add);
  await making.field(company.nameEn).fill("Acme Foods");
  await app.desktop.answerDialogs(null, path);
  await making.button(book.make).click();
  await expect.poll(async () => (await app.desktop.dialogs()).length).toBe(1);
  await expect(making.dialog).toBeVisible();
  await making.button(book.make).click();
  await expect(kessan.bar.company).toHaveText("Acme Foods");
  const dialogs = await app.desktop.dialogs();
  expect(dialogs.map(({ kind }) => kind)).toEqual(["save", "save"]);
  expect(dialogs[1]?.options).toMatchObject({
    defaultPath: join(await app.desktop.documentsFolder(), "Acme Foods.kessan"),
    filters: [{ extensions: ["kessan"] }],
    properties: ["createDirectory", "showOverwriteConfirmation"],
  });
  await isRemembered(app, path);
});

test("a book is opened by the menus, is at hand afterwards, and giving up changes nothing", async ({ app, kessan }) => {
  const making = new Making(kessan);
  const path = await anotherBook(app, kessan);
  await app.desktop.answerDialogs(null, path);
  await app.desktop.chooseInMenus("open-book");
  await expect.poll(async () => (await app.desktop.dialogs()).length).toBe(1);
  await expect(kessan.grid.cell("Total revenues", "2Q06")).toHaveText("14,007");
  await app.desktop.chooseInMenus("open-book");
  await expect(kessan.grid.cell("Total revenues", "2Q06")).toHaveText("15,000");
  await isRemembered(app, path);
  await making.book("IIJ sample").click();
  await expect(kessan.grid.cell("Total revenues", "2Q06")).toHaveText("14,007");
  await app.restart();
  await kessan.isOpen();
  await making.book("another").click();
  await expect(kessan.grid.cell("Total revenues", "2Q06")).toHaveText("15,000");
});

test("what is no book is refused in words, and the open one stays", async ({ app, kessan }) => {
  const path = join(app.folder, "letter.kessan");
  await writeFile(path, "Dear reader");
  await app.desktop.answerDialogs(path, 0);
  await app.desktop.chooseInMenus("open-book");
  await expect.poll(async () => (await app.desktop.dialogs()).length).toBe(2);
  const message = (await app.desktop.dialogs())[1];
  expect(message?.kind).toBe("message");
  expect(JSON.stringify(message?.options)).toContain("is not a Kessan book");
  await kessan.grid.enter("Total revenues", "2Q06", "15000");
  await expect(kessan.grid.cell("Total revenues", "2Q06")).toHaveText("15,000");
});

test("in a Japanese window the system's dialogs are Japanese", async ({ app, kessan }) => {
  const path = join(app.folder, "gone.kessan");
  await kessan.switchLanguage();
  await app.desktop.answerDialogs(path, 0);
  await app.desktop.chooseInMenus("open-book");
  await expect.poll(async () => (await app.desktop.dialogs()).length).toBe(2);
  expect((await app.desktop.dialogs())[1]?.options).toMatchObject({
    message: "ブックを開けませんでした。開いているブックはそのままです。",
    detail: `${path} がありません。移動や名前の変更がなかったか確認してください。`,
  });
});

test("a second start on what is no file of this machine is refused in words, and the app lives on", async ({
  app,
  kessan,
}) => {
  const address = "file:///tmp/100%.kessan";
  await app.desktop.answerDialogs(0);
  expect(await app.desktop.startSecond([address])).toBe(0);
  await expect.poll(async () => (await app.desktop.dialogs()).length).toBe(1);
  const [message] = await app.desktop.dialogs();
  expect(message?.options).toMatchObject({ detail: `${address} is no file on this machine. Nothing was opened.` });
  await kessan.grid.enter("Total revenues", "2Q06", "15000");
  await expect(kessan.grid.cell("Total revenues", "2Q06")).toHaveText("15,000");
});

test("a Mac opens a book by an event", async ({ app, kessan }) => {
  const path = await anotherBook(app, kessan);
  await app.desktop.openFromSystem(path);
  await expect(kessan.grid.cell("Total revenues", "2Q06")).toHaveText("15,000");
});

test("a second start shows the window of the first, with the book it was given", async ({ app, kessan }) => {
  const path = await anotherBook(app, kessan);
  await app.desktop.handle({ do: "minimize" });
  await expect.poll(async () => (await app.desktop.window()).isMinimized).toBe(true);
  expect(await app.desktop.startSecond([])).toBe(0);
  await expect.poll(() => app.desktop.window()).toMatchObject({ isMinimized: false, isFocused: true });
  expect(await app.desktop.startSecond([path])).toBe(0);
  await expect(kessan.grid.cell("Total revenues", "2Q06")).toHaveText("15,000");
});

test("two books asked for at once are opened in turn, by address as by path; the app lives on", async ({
  app,
  kessan,
}) => {
  const path = await anotherBook(app, kessan);
  const ends = await Promise.all([
    app.desktop.startSecond([path]),
    app.desktop.startSecond([pathToFileURL(path).href]),
    app.desktop.openFromSystem(path),
  ]);
  expect(ends.slice(0, 2)).toEqual([0, 0]);
  await expect(kessan.grid.cell("Total revenues", "2Q06")).toHaveText("15,000");
  await kessan.grid.enter("Total revenues", "2Q06", "16000");
  await expect(kessan.grid.cell("Total revenues", "2Q06")).toHaveText("16,000");
  expect(await app.desktop.dialogs()).toEqual([]);
});

test("a book given at the start is the one that opens", async ({ app, kessan }) => {
  const path = await anotherBook(app, kessan);
  await mkdir(join(app.folder, "deep er"));
  const moved = join(app.folder, "deep er", "名前.kessan");
  await copyFile(path, moved);
  await app.open(moved);
  await kessan.isOpen();
  await expect(kessan.grid.cell("Total revenues", "2Q06")).toHaveText("15,000");
});
