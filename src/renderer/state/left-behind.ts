/** What a window leaves behind when it goes to another company: all that is in hand, marked or selected belongs to one. */
export const leftBehind = (company: string) => ({
  company,
  focused: null,
  ranges: [],
  stoodIn: null,
  copied: [],
  selected: [],
  refused: new Map(),
  trail: [],
  pageSpan: null,
  pageInTwelves: false,
  pageCell: null,
  findings: null,
  compared: null,
});
