// A press is a button or a finger going down and up again on the same thing. Pressing also takes the
// focus away from the field before, whose answer is then judged; a sentence that comes or goes there
// would move the thing away from under the finger and the press would be lost. So what the document
// reports in between waits for the end of the press.

const LONGEST_MS = 3000; // of a press whose end the page never hears of, as over a native list

export class Press {
  /** root: where presses begin. onEnd(): the press is over, its click included. */
  constructor(root, onEnd) {
    this.down = false;
    this.timer = 0;
    this.onEnd = onEnd;
    root.addEventListener("pointerdown", () => this.begin(), { capture: true });
    // The click follows at once, so the end is a turn later.
    for (const type of ["pointerup", "pointercancel"]) {
      addEventListener(type, () => this.down && this.endIn(0), { capture: true });
    }
  }

  begin() {
    this.down = true;
    this.endIn(LONGEST_MS);
  }

  endIn(ms) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.end(), ms);
  }

  end() {
    if (!this.down) return;
    clearTimeout(this.timer);
    this.down = false;
    this.onEnd();
  }
}
