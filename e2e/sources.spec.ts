import { expect, test } from "./app.ts";
import { Making } from "./pages/making.ts";
import { SourcesView } from "./pages/sources-view.ts";

test.beforeEach(async ({ kessan }) => {
  await kessan.bar.view("sources").click();
});

test("every source with its date and what it states; one that is used cannot be deleted", async ({ kessan }) => {
  const view = new SourcesView(kessan);
  const making = new Making(kessan);
  await expect(view.row("Results presentation 2Q06 / 1H06")).toContainText("2 November 2006");
  await expect(view.row("Results presentation 2Q06 / 1H06")).toContainText("244 actual, 16 targets");
  await expect(view.row("Targets for FY2006")).toContainText("May 2006");
  await view.open("Targets for FY2006");
  await expect(making.said("16 figures and 0 printed claims come from it, so it cannot be deleted.")).toBeVisible();
  await making.field(making.words.source.published).fill("2006-05-15");
  await expect(making.said("16 figures may come into force, or no longer be, as it is ranked anew.")).toBeVisible();
  await making.submit(making.words.save);
  await expect(view.row("Targets for FY2006")).toContainText("15 May 2006");
  await view.add();
  await making.field(making.words.source.title).fill("Annual report");
  await making.submit(making.words.add);
  await expect(view.row("Annual report")).toContainText("undated");
  await expect(view.row("Annual report")).toContainText("new figures go here");
  await view.open("Annual report");
  await making.submit(making.words.source.remove);
  await expect(view.row("Annual report")).toHaveCount(0);
  await kessan.page.keyboard.press("ControlOrMeta+z");
  await expect(view.row("Annual report")).toHaveCount(1);
});

test("a printed claim is entered, judged while it is typed, corrected and deleted", async ({ kessan }) => {
  const view = new SourcesView(kessan);
  const making = new Making(kessan);
  const { claim } = making.words;
  await view.show("claims");
  await expect(view.rows).toHaveCount(96);
  await view.add();
  await making.field(claim.expression).fill("yoy(revenu)");
  await expect(making.said(/^Character 5: .*revenu/)).toBeVisible();
  await making.field(claim.expression).fill("yoy(revenue)");
  await making.field(claim.period).fill("2Q06");
  await making.field(claim.printed).fill("17.9%");
  await expect(making.said("Outside: recomputed +17.42%")).toBeVisible();
  await making.field(claim.page).fill("4");
  await making.submit(making.words.add);
  await expect(view.rows).toHaveCount(97);
  await expect(kessan.page.locator(".outside-status")).toHaveText("4 outside");
  await view.open("17.9%");
  await making.field(claim.printed).fill("17.4%");
  await expect(making.said("Exact: recomputed +17.42%")).toBeVisible();
  await making.submit(making.words.save);
  await expect(kessan.page.locator(".outside-status")).toHaveText("3 outside");
  await view.rows.last().click();
  await making.submit(claim.remove);
  await expect(view.rows).toHaveCount(96);
});

test("commentary is listed by period, written in both languages, and is on the figure", async ({ kessan }) => {
  const view = new SourcesView(kessan);
  const making = new Making(kessan);
  const { comment } = view.words;
  await view.show("comments");
  await view.filter(view.words.filterPeriod).selectOption({ label: "1Q04" });
  await expect(view.rows).toHaveCount(1);
  await view.add();
  await making.button(making.words.add).click();
  await expect(making.said(comment.noSubject)).toBeVisible();
  await making.field(comment.period).fill("1Q04");
  await making.field(comment.line).selectOption({ label: "Total revenues" });
  await making.field(`${comment.text} (${making.words.english})`).fill("A slow start");
  await making.field(`${comment.text} (${making.words.japanese})`).fill("低調な出だし");
  await making.submit(making.words.add);
  await expect(view.row("A slow start")).toContainText("my own");
  await kessan.switchLanguage();
  await expect(view.row("低調な出だし")).toBeVisible();
  await kessan.switchLanguage();
  await view.open("A slow start");
  await making.submit(comment.remove);
  await expect(view.rows).toHaveCount(1);
  await kessan.page.keyboard.press("ControlOrMeta+z");
  // Undo shows the note where it stands: in the grid.
  await expect(kessan.grid.cell("Total revenues", "1Q04")).toBeFocused();
  await expect(kessan.explanation.pane).toContainText("A slow start");
});

test("services stand on a line of time, the latest first; one is added on its day", async ({ kessan }) => {
  const view = new SourcesView(kessan);
  const making = new Making(kessan);
  const { event } = view.words;
  await view.show("events");
  await expect(view.events).toHaveCount(9);
  await expect(view.events.first()).toContainText("1 November 2006");
  await expect(view.events.last()).toContainText("IIJ Managed IPS Service");
  await view.add();
  await making.field(`${event.title} (${making.words.english})`).fill("Mail archive");
  await making.field(event.date).fill("2006-09");
  await making.submit(making.words.add);
  await expect(view.events.nth(5)).toContainText(/September 2006\s*IIJ Managed VPN PRO|September 2006\s*Mail archive/);
  await expect(view.events.filter({ hasText: "Mail archive" })).toContainText("September 2006");
  await kessan.page.keyboard.press("ControlOrMeta+z");
  await expect(view.events).toHaveCount(9);
});

test("the group is drawn: solid lines to what is consolidated, dashed ones under the equity method", async ({
  kessan,
}) => {
  const view = new SourcesView(kessan);
  const making = new Making(kessan);
  const { group } = view.words;
  await view.show("group");
  await expect(view.groupBoxes).toHaveCount(9);
  expect(await view.lineTo("Net Chart Japan Inc.")).toBe("solid");
  expect(await view.lineTo("atom Co.")).toBe("dashed");
  await view.view.getByRole("button", { name: "atom Co., Equity method, 40.0%" }).click();
  await making.field(group.share).fill("140");
  await expect(making.said(group.noShare)).toBeVisible();
  await making.field(group.share).fill("51.0");
  await making.field(group.kind).selectOption("consolidated");
  await making.field(group.holder).selectOption({ label: "Net Care Inc." });
  await making.submit(making.words.save);
  expect(await view.lineTo("atom Co.")).toBe("solid");
  await expect(view.view.getByRole("button", { name: "atom Co., Consolidated, 51.0%" })).toBeVisible();
  const [parent, below] = await Promise.all(
    ["Net Care Inc.", "atom Co."].map((name) => view.groupBoxes.filter({ hasText: name }).boundingBox()),
  );
  expect(below?.y ?? 0).toBeGreaterThan(parent?.y ?? 0);
  await view.view.getByRole("button", { name: /^Net Care Inc\./ }).click();
  await expect(making.said("1 company it holds moves up")).toBeVisible();
  await making.submit(group.remove);
  await expect(view.groupBoxes).toHaveCount(8);
  await kessan.page.keyboard.press("ControlOrMeta+z");
  await expect(view.groupBoxes).toHaveCount(9);
});

test("the facts of a company of the group, edited in place of a slide", async ({ kessan }) => {
  const view = new SourcesView(kessan);
  const making = new Making(kessan);
  const { facts } = view.words;
  await view.show("facts");
  // It opens on the company of which something is said.
  await expect(view.row("Location")).toContainText("Yokohama, Kanagawa");
  await expect(view.row("Capital", "JPY 55 million")).toHaveCount(2);
  await view.open("Employees");
  await making.field(`${facts.text} (${making.words.english})`).fill("44");
  await making.submit(making.words.save);
  await expect(view.row("Employees")).toContainText("44");
  await view.row("Employees").hover();
  await view
    .row("Employees")
    .getByRole("button", { name: `${facts.up}: Employees` })
    .click();
  await expect(view.rows.nth(4)).toContainText("Employees");
  await kessan.page.keyboard.press("ControlOrMeta+z");
  await kessan.page.keyboard.press("ControlOrMeta+z");
  await expect(view.rows.nth(5)).toContainText("40");
});

test("breaks and locked quarters are listed and taken away again", async ({ kessan }) => {
  const view = new SourcesView(kessan);
  const making = new Making(kessan);
  await view.show("marks");
  await view.add();
  await making.field(making.words.breaks.period).fill("1Q05");
  await making.button(making.words.add).click();
  await expect(making.said(making.words.breaks.noWhy)).toBeVisible();
  await making.field(`${making.words.breaks.why} (${making.words.english})`).fill("Other segments");
  await making.submit(making.words.add);
  await expect(view.row("before 1Q05", "Other segments")).toBeVisible();
  await view.open("Other segments");
  await making.submit(making.words.breaks.remove);
  await expect(view.rows).toHaveCount(0);
});

test("as of a day, later sources and what came of them are not shown, and nothing can be edited", async ({
  kessan,
}) => {
  const view = new SourcesView(kessan);
  const making = new Making(kessan);
  await making.showAsOf("2006-09-30");
  await expect(view.rows).toHaveCount(1);
  await expect(view.view.getByText("1 source published later is not shown.")).toBeVisible();
  await expect(view.view.locator(".sources-add")).toBeDisabled();
  await view.show("events");
  await expect(view.events).toHaveCount(4);
  await view.show("claims");
  await expect(view.view.getByText(view.words.none.claims)).toBeVisible();
});
