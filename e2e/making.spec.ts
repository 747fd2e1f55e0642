import { expect, test } from "./app.ts";
import { Making } from "./pages/making.ts";

test.describe("targets and estimates", () => {
  test("own estimates are typed into periods still to come like any figure", async ({ app, kessan }) => {
    const { grid, columns } = kessan;
    const making = new Making(kessan);
    await making.showBasis("estimate");
    await expect(making.banners).toContainText("None is entered yet");
    await expect.poll(() => columns.periods()).toContain("4Q07");
    await grid.enter("Total revenues", "3Q06", "15000");
    await grid.enter("Total revenues", "4Q06", "18000");
    await expect(grid.cell("Total revenues", "3Q06")).toHaveText("15,000");
    await making.showBasis("actual");
    await expect(grid.cell("Total revenues", "3Q06")).toHaveText("");
    await app.restart();
    await kessan.isOpen();
    await grid.press("ControlOrMeta+z");
    // Undo shows what it changed: the estimates.
    await expect(making.banners).toContainText("Your own estimates are shown");
    await expect(grid.cell("Total revenues", "4Q06")).toHaveText("");
    await expect(grid.cell("Total revenues", "3Q06")).toHaveText("15,000");
  });

  test("a revised target of a later source goes beside the earlier one", async ({ kessan }) => {
    const { grid, bar } = kessan;
    const making = new Making(kessan);
    await making.showBasis("target");
    await bar.show("FY");
    await expect(grid.cell("Total revenues", "FY2006")).toHaveText("56,000");
    await making.makeSource("Second revision", "2007-02-08");
    await grid.enter("Total revenues", "FY2006", "57500");
    await expect(grid.cell("Total revenues", "FY2006")).toHaveText("57,500");
    await making.showAsOf("2007-01-31");
    await expect(grid.cell("Total revenues", "FY2006")).toHaveText("56,000");
    await making.showAsOf("2006-06-30");
    await expect(grid.cell("Total revenues", "FY2006")).toHaveText("55,000");
  });
});

test.describe("sources", () => {
  test("new figures go to the source chosen; figures that are there keep their own", async ({ kessan }) => {
    const { grid, explanation } = kessan;
    const making = new Making(kessan);
    await making.makeSource("Tanshin 3Q06", "2007-02-08");
    await grid.enter("Total revenues", "3Q06", "15000");
    await grid.goTo("Total revenues", "3Q06");
    await expect(explanation.pane).toContainText("Tanshin 3Q06");
    await grid.enter("Total revenues", "2Q06", "14008");
    await grid.goTo("Total revenues", "2Q06");
    await expect(explanation.pane).toContainText("Results presentation 2Q06 / 1H06");
    await making.goesTo.selectOption("");
    await grid.enter("Total costs", "3Q06", "12000");
    await grid.goTo("Total costs", "3Q06");
    await expect(explanation.pane).toContainText("Entered by hand");
  });

  test("one needs a title and a date that is one", async ({ kessan }) => {
    const making = new Making(kessan);
    await making.run(making.words.goesTo.add);
    await making.field(making.words.source.published).fill("2006-02-30");
    await making.button(making.words.add).click();
    await expect(making.said(making.words.source.refusals["no-title"])).toBeVisible();
    await expect(making.said(making.words.source.refusals["no-date"])).toBeVisible();
  });

  test("a figure is marked as restated, and the mark is one step of undo", async ({ kessan }) => {
    const { grid, explanation } = kessan;
    const making = new Making(kessan);
    await grid.goTo("Operating income (loss)", "1Q06");
    await making.run(making.words.restate.mark);
    await expect(explanation.pane).toContainText("Restated in this source");
    await grid.press("ControlOrMeta+z");
    await expect(explanation.pane).not.toContainText("Restated in this source");
  });
});

test("growth over a break in the series is not comparable", async ({ kessan }) => {
  const { grid, explanation } = kessan;
  const making = new Making(kessan);
  await grid.goTo("Total revenues", "1Q06");
  await expect(explanation.pane).toContainText("On the year+25.9%");
  await making.run(making.words.breaks.add);
  await expect(making.field(making.words.breaks.period)).toHaveValue("1Q06");
  await making.field(making.words.breaks.lines).selectOption({ label: making.words.breaks.allLines });
  await making.field(`${making.words.breaks.why} (${making.words.english})`).fill("New revenue standard");
  await making.submit(making.words.add);
  const mark = kessan.page
    .getByRole("columnheader")
    .getByRole("img", { name: "Break before 1Q06: New revenue standard" });
  await expect(mark).toBeVisible();
  await expect(grid.cell("Total revenues", "1Q06")).toHaveCSS("border-left-style", "double");
  await expect(grid.cell("Total revenues", "2Q06")).not.toHaveCSS("border-left-style", "double");
  await grid.goTo("Total revenues", "2Q06");
  await expect(explanation.pane).toContainText("On the yearnot comparable across a break");
  await grid.press("ControlOrMeta+z");
  await grid.goTo("Total revenues", "2Q06");
  await expect(explanation.pane).toContainText("On the year+17.4%");
  await expect(mark).toHaveCount(0);
});

test.describe("a locked quarter", () => {
  test("takes no figure and no deletion, keeps what was typed, and opens again with a reason", async ({ kessan }) => {
    const { grid, bar } = kessan;
    const making = new Making(kessan);
    await grid.goTo("Total revenues", "2Q06");
    await making.run(making.words.locks.lock);
    await making.field(making.words.locks.why).fill("checked against the release");
    await making.submit(making.words.locks.submitLock);
    const lock = kessan.page
      .getByRole("columnheader")
      .getByRole("img", { name: "2Q06 is locked: checked against the release" });
    await expect(lock).toHaveAttribute("title", "2Q06 is locked: checked against the release");
    await grid.enter("Total revenues", "2Q06", "1");
    await expect(kessan.messages).toContainText("2Q06 is locked (checked against the release). Nothing was changed.");
    await expect(grid.cell("Total revenues", "2Q06")).toHaveText("14,007");
    await grid.clear("Total costs", "2Q06");
    await expect(grid.cell("Total costs", "2Q06")).toHaveText("11,448");
    await bar.show("H");
    await grid.enter("Total revenues", "1H06", "1");
    await expect(grid.cell("Total revenues", "1H06")).toHaveText("26,444");
    await bar.show("Q");
    await grid.enter("Total revenues", "1Q06", "12438");
    await expect(grid.cell("Total revenues", "1Q06")).toHaveText("12,438");

    await grid.goTo("Total revenues", "2Q06");
    await making.run(making.words.locks.unlock);
    await expect(making.said("Locked: checked against the release")).toBeVisible();
    await making.button(making.words.locks.submitUnlock).click();
    await expect(making.said(making.words.locks.noWhy)).toBeVisible();
    await making.field(making.words.locks.why).fill("misprint");
    await making.submit(making.words.locks.submitUnlock);
    await expect(lock).toHaveCount(0);
    await grid.enter("Total revenues", "2Q06", "14008");
    await expect(grid.cell("Total revenues", "2Q06")).toHaveText("14,008");
  });

  test("is marked for the company it is locked for alone", async ({ kessan }) => {
    const { grid, bar, columns } = kessan;
    const making = new Making(kessan);
    const { company, locks } = making.words;
    const lock = columns.header("2Q06").getByRole("img", { name: /^2Q06 is locked/ });
    await grid.goTo("Total revenues", "2Q06");
    await making.run(locks.lock);
    await making.submit(locks.submitLock);
    await expect(lock).toBeVisible();
    await making.run(company.add);
    await making.field(company.nameEn).fill("Rival Networks");
    await making.submit(making.words.add);
    await expect(bar.company).toHaveText("Rival Networks");
    // The same quarters as the other's: no header is made anew when one goes to the other.
    for (const period of ["1Q04", "2Q06"]) {
      await grid.press("ControlOrMeta+g");
      await kessan.page.keyboard.type(period);
      await grid.press("Enter");
      await grid.enter("Total revenues", period, "5500");
      await expect(grid.cell("Total revenues", period)).toHaveText("5,500");
    }
    await expect(lock).toHaveCount(0);
    await making.company("Internet Initiative Japan Inc.").click();
    await expect(grid.cell("Total revenues", "2Q06")).toHaveText("14,007");
    await expect(lock).toBeVisible();
    await making.company("Rival Networks").click();
    await expect(grid.cell("Total revenues", "2Q06")).toHaveText("5,500");
    await expect(lock).toHaveCount(0);
  });

  test("an edit from before it comes back only after the lock is undone", async ({ kessan }) => {
    const { grid, bar } = kessan;
    const making = new Making(kessan);
    await grid.enter("Total revenues", "2Q06", "14008");
    await grid.goTo("Total revenues", "2Q06");
    await making.run(making.words.locks.lock);
    await making.submit(making.words.locks.submitLock);
    await expect(bar.undo).toHaveAttribute("title", "Undo: lock 2Q06 (Ctrl+Z)");
    await grid.press("ControlOrMeta+z");
    await expect(grid.cell("Total revenues", "2Q06")).toHaveText("14,008");
    await grid.press("ControlOrMeta+z");
    await expect(grid.cell("Total revenues", "2Q06")).toHaveText("14,007");
  });
});

test.describe("companies", () => {
  test("one is added beside the first, with lines of the book, and takes figures at once", async ({ kessan }) => {
    const { grid, bar } = kessan;
    const making = new Making(kessan);
    const { company } = making.words;
    await making.run(company.add);
    await making.button(making.words.add).click();
    await expect(making.said(company.refusals["no-name"])).toBeVisible();
    await making.field(company.nameEn).fill("Rival Networks");
    await making.field(company.yearEnd).selectOption({ label: "December" });
    await expect(making.said(/^FY\d{4} is January \d{4} – December \d{4}$/)).toBeVisible();
    await making.button(company.none).click();
    await making.dialog.getByRole("checkbox", { name: "Total revenues", exact: true }).check();
    await making.submit(making.words.add);
    await expect(bar.company).toHaveText("Rival Networks");
    await expect(grid.label("Total costs")).toHaveCount(0);
    await grid.label("Total revenues").click();
    await making.companyMenu("Rival Networks", company.up);
    await expect(making.companyNames).toHaveText(["Rival Networks", "Internet Initiative Japan Inc."]);
    await making.companyMenu("Rival Networks", company.remove);
    await expect(making.said(company.linesStay)).toBeVisible();
    await making.submit(company.removeIt);
    await expect(bar.company).toHaveText("Internet Initiative Japan Inc.");
    await making.run(kessan.words.bar.undo);
    await expect(making.companyNames).toHaveText(["Rival Networks", "Internet Initiative Japan Inc."]);
  });

  test("one in another currency has lines in its own, begins in its first cell, and any year can be gone to", async ({
    kessan,
  }) => {
    const { grid, bar } = kessan;
    const making = new Making(kessan);
    const { company } = making.words;
    await making.run(company.add);
    await making.field(company.nameEn).fill("Dollar Corp");
    await making.field(company.currency).fill("USD");
    await expect(making.dialog.getByRole("combobox", { name: company.lines })).toHaveValue("");
    await making.submit(making.words.add);
    await expect(bar.company).toHaveText("Dollar Corp");
    await expect(grid.header("USD million")).toBeVisible();
    await grid.press("ControlOrMeta+g");
    await kessan.page.keyboard.type("2Q06");
    await grid.press("Enter");
    await expect(grid.cell("Revenue", "2Q06")).toBeFocused();
    await kessan.page.keyboard.type("100");
    await grid.press("Enter");
    await expect(grid.cell("Revenue", "2Q06")).toHaveText("100");
  });

  test("a company’s name can be changed; its year-end stays while figures are counted from it", async ({ kessan }) => {
    const making = new Making(kessan);
    const { company } = making.words;
    await making.companyMenu("Internet Initiative Japan Inc.", company.edit);
    await making.field(company.yearEnd).selectOption({ label: "December" });
    await expect(making.said(company.refusals["year-end-has-figures"])).toBeVisible();
    await making.field(company.yearEnd).selectOption({ label: "March" });
    await making.field(company.naming).selectOption("end");
    await making.field(company.nameEn).fill("IIJ");
    await making.submit(making.words.save);
    await expect(kessan.bar.company).toHaveText("IIJ");
    await expect.poll(() => kessan.columns.periods()).toContain("2Q07");
  });

  test("removing one says what goes with it and asks", async ({ kessan }) => {
    const making = new Making(kessan);
    const { company } = making.words;
    await making.run(company.add);
    await making.field(company.nameEn).fill("Rival Networks");
    await making.submit(making.words.add);
    await making.companyMenu("Internet Initiative Japan Inc.", company.remove);
    await expect(making.said("276 figures")).toBeVisible();
    await expect(making.said("96 printed claims")).toBeVisible();
    await expect(making.button(company.removeIt)).toBeDisabled();
    await making.dialog.getByRole("checkbox").check();
    await making.submit(company.removeIt);
    await expect(kessan.bar.company).toHaveText("Rival Networks");
    await making.run(kessan.words.bar.undo);
    await making.company("Internet Initiative Japan Inc.").click();
    await expect(kessan.grid.cell("Total revenues", "2Q06")).toHaveText("14,007");
  });
});

test.describe("books", () => {
  test.skip(({ host }) => host !== "browser", "The desktop app asks with the system's dialog: native/books.spec.ts.");

  test("one is made from nothing, filled, left and opened again", async ({ app, kessan }) => {
    const { grid, bar } = kessan;
    const making = new Making(kessan);
    const { book, company } = making.words;
    await making.run(book.add);
    await making.field(company.nameEn).fill("Acme Foods");
    await expect(making.field(book.name)).toHaveValue("Acme Foods");
    await expect(making.said(/Written to .*Acme Foods\.kessan/)).toBeVisible();
    await making.field(book.name).fill("a/b");
    await expect(making.said(book.noName)).toBeVisible();
    await making.field(book.name).fill("Acme Foods 2006");
    await making.field(company.yearEnd).selectOption({ label: "February" });
    await making.dialog.getByRole("checkbox", { name: "Ordinary income (loss)", exact: true }).uncheck();
    await making.button(book.make).click();
    await expect(bar.company).toHaveText("Acme Foods");
    await expect(grid.label("Ordinary income (loss)")).toHaveCount(0);
    const [first = ""] = await kessan.columns.periods();
    await grid.enter("Revenue", first, "1200");
    await expect(grid.cell("Revenue", first)).toHaveText("1,200");
    await making.book("IIJ sample").click();
    await expect(bar.company).toHaveText("Internet Initiative Japan Inc.");
    await expect(grid.cell("Total revenues", "2Q06")).toHaveText("14,007");
    await making.book("Acme Foods 2006").click();
    await expect(grid.cell("Revenue", first)).toHaveText("1,200");
    await app.restart();
    await expect(making.book("Acme Foods 2006")).toBeVisible();
  });

  test("one is not made over another", async ({ kessan }) => {
    const making = new Making(kessan);
    const { book, company } = making.words;
    const make = async (): Promise<void> => {
      await making.run(book.add);
      await making.field(company.nameEn).fill("Acme");
      await making.button(book.make).click();
    };
    await make();
    await expect(kessan.bar.company).toHaveText("Acme");
    await make();
    await expect(making.said("A file of this name is there already.")).toBeVisible();
  });
});
