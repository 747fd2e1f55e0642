/** Two sides without a top, as high as wide; stretched to its size where it is drawn. */
export const OPEN_TOP = "path://M0,10L0,0M10,0L10,10M0,10";
