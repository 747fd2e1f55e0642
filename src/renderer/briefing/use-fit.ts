/** Sets what stands on a slide as large as it has room for, and as small as it must be to stand there whole. */
import { useLayoutEffect, type RefObject } from "react";

/** A few sizes rather than any, so that slides look alike. A slide of a hundred lines is small print, but nothing of it is lost. */
const SIZES = [1.2, 1.1, 1, 0.92, 0.85, 0.78, 0.72, 0.66, 0.61, 0.56, 0.52, 0.48, 0.44, 0.4, 0.36, 0.32, 0.28, 0.24];

/**
 * Sets `--fit` on an element whose size in the slide is given and whose content may be larger or smaller. Works it out
 * anew whenever `content` is another object, or `paper` another one.
 * @param largest of pictures and many figures: they fill their slide as they are
 */
export function useFit(element: RefObject<HTMLElement | null>, content: object, paper: string, largest: number): void {
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const fit = (): void => {
      for (const size of SIZES.filter((each) => each <= largest)) {
        current.style.setProperty("--fit", String(size));
        const { scrollHeight, clientHeight, scrollWidth, clientWidth } = current;
        if (scrollHeight <= clientHeight && scrollWidth <= clientWidth) return;
      }
    };
    fit();
    // Letters that come later are of another width.
    let isGone = false;
    void document.fonts.ready.then(() => {
      if (!isGone) fit();
    });
    return () => {
      isGone = true;
    };
  }, [element, content, paper, largest]);
}
