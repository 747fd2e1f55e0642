import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findTable } from "#core/pasted-markup.ts";

/** What Excel puts on the clipboard, cut down to what matters here. */
const EXCEL = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Excel 15">
<style><!--table {mso-displayed-decimal-separator:"\\.";} .xl65 {mso-number-format:"\\#\\,\\#\\#0_\\)\\;\\(\\#\\,\\#\\#0\\)";} tr > td {} --></style>
</head><body link="#0563C1" vlink="#954F72">
<table border=0 cellpadding=0 cellspacing=0 width=192 style='border-collapse:collapse;width:144pt'>
<!--StartFragment-->
 <col width=64 span=3 style='width:48pt'>
 <tr height=20 style='height:15.0pt'>
  <td height=20 class=xl65 align=right width=64 style='height:15.0pt;width:48pt'>14,007 </td>
  <td class=xl65 align=right width=64 style='width:48pt'><span style='mso-spacerun:yes'>&nbsp;</span>(100)</td>
  <td class=xl66 align=right width=64 style='width:48pt'>18.3%</td>
 </tr>
 <tr height=20 style='height:15.0pt'>
  <td height=20 style='height:15.0pt'></td>
  <td class=xl65 align=right>-</td>
  <td></td>
 </tr>
<!--EndFragment-->
</table></body></html>`;

/** What LibreOffice 7.4 writes. */
const LIBREOFFICE = `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/>
<style type="text/css">body,div,table { font-family:"Liberation Sans" }</style></head><body>
<table cellspacing="0" border="0"><colgroup span="2" width="85"></colgroup><tr>
<td height="17" align="right" sdval="14007.4" sdnum="1033;0;#,##0">14,007</td>
<td align="right" sdval="-0.0995" sdnum="1033;0;0.0%;(0.0%)">(9.9%)</td></tr></table></body></html>`;

describe("reads", () => {
  test("Excel's cells as they are shown", () => {
    expect(findTable(EXCEL)).toEqual([
      ["14,007", "(100)", "18.3%"],
      ["", "-", ""],
    ]);
  });

  test("LibreOffice's cells as they are shown", () => {
    expect(findTable(LIBREOFFICE)).toEqual([["14,007", "(9.9%)"]]);
  });

  test("merged cells: the text stands in the first place, the others are blank", () => {
    const merged = `<table><tr><th rowspan=2>A<th colspan="2">B<th>C<tr><td>1<td rowspan=2>2<td>3<tr><td>4<td>5<td>6</table>`;
    expect(findTable(merged)).toEqual([
      ["A", "B", "", "C"],
      ["", "1", "2", "3"],
      ["4", "5", "", "6"],
    ]);
  });

  test.each([
    [
      "without end tags",
      "<table><tr><td>1<td>2<tr><td>3<td>4",
      [
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    ["without rows", "<table><td>1<td>2</table>", [["1", "2"]]],
    ["in capitals", "<TABLE><TR><TD ROWSPAN='1'>1</TD></TR></TABLE>", [["1"]]],
    [
      "what stands around the table",
      "<p>Note 1</p><table><caption>JPY</caption><tr><td>1</td></tr></table>99",
      [["1"]],
    ],
    ["several elements in a cell", "<table><tr><td><b>1</b><font>,234</font></td></tr></table>", [["1,234"]]],
    ["a footnote's mark is no digit", "<table><tr><td>140<sup>1</sup></td></tr></table>", [["140^1^"]]],
    ["a figure struck out", "<table><tr><td><s>140</s>150</td></tr></table>", [["140 150"]]],
    ["lines in a cell", "<table><tr><td>Total <br> revenues<p>net</td></tr></table>", [["Total\nrevenues\nnet"]]],
    ["a bracket in a value", "<table><tr><td title='a>b' x=\"</td>\">1</td></tr></table>", [["1"]]],
    ["an apostrophe in a bare value", "<table><tr><td title=don't>1</td><td>2</td></tr></table>", [["1", "2"]]],
    ["a space that holds digits together", "<table><tr><td>1&thinsp;234</td></tr></table>", [["1\u2009234"]]],
    ["characters by name", "<table><tr><td>&minus;1&#44;234&#x25;&amp;lt;&nbsp;</td></tr></table>", [["−1,234%&lt;"]]],
    [
      "characters that are none",
      "<table><tr><td>&#xD800;&#1114112;&bogus;&</td></tr></table>",
      [["&#xD800;&#1114112;&bogus;&"]],
    ],
    ["less than", "<table><tr><td>1 < 2</td></tr></table>", [["1 < 2"]]],
    [
      "declarations of Word",
      "<table><tr><td><![if !x]>1<![endif]><!--[if mso]><td>2<![endif]--></td></tr></table>",
      [["1"]],
    ],
  ])("%s", (_what, markup, table) => expect(findTable(markup)).toEqual(table));
});

test("no table, several tables, and tables in tables are left to the plain text", () => {
  expect(findTable("")).toBeNull();
  expect(findTable("<p>14,007</p>")).toBeNull();
  expect(findTable("<table></table>")).toBeNull();
  expect(findTable("<table><tr><td>1</table><table><tr><td>2</table>")).toBeNull();
  expect(findTable("<table><tr><td><table><tr><td>2</table>")).toBeNull();
});

test("scripts, styles and what they say are no text of a cell", () => {
  const hostile = `<table><tr><td onclick="alert(1)"><script>document.write("<td>666</td>")</script>1<img src=x onerror=alert(2)>
    <style>td{}</style><iframe srcdoc="<td>666"></iframe><svg><text>666</text></svg></td><td>2</td></tr></table>`;
  expect(findTable(hostile)).toEqual([["1", "2"]]);
});

test("ten megabytes of hostile markup are read, or refused, in time that grows with their length alone", () => {
  const parts = [
    "<table>",
    "<table><tr><td>",
    "<td colspan=9999 rowspan=9999>",
    "<tr><td rowspan=9999>",
    "<tr></tr>",
    "<td>1,234</td>",
    "<td a='",
    '<td a="x',
    "<td ",
    "<",
    "<!--",
    "<!",
    "</",
    "<script>",
    "<style></style",
    "&#",
    "&amp",
    "<sup>",
    "<p> \n",
    "colspan= ",
    " ",
  ];
  for (const part of parts) {
    const started = performance.now();
    findTable(`<table><tr><td>${part.repeat(Math.ceil(10_000_000 / part.length))}`);
    expect(performance.now() - started, part).toBeLessThan(5000);
  }
});

test("whatever the markup, there is a table of texts or none", () => {
  const tags = ["<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<td colspan=3>", "<th rowspan=3>", "<tbody>"];
  const others = ["<!--", "-->", "<script>", "</script>", "<caption>", "<br>", "<sup>", "&amp;"];
  const piece = fc.constantFrom(...tags, ...others, '"', "'", "=", "<", ">", "1", " ");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const table = findTable(pieces.join(""));
      for (const row of table ?? []) for (const cell of row) expect(typeof cell).toBe("string");
    }),
    { numRuns: 3000 },
  );
});
