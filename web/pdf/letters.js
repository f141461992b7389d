// Words as the sheets' typeface can set them: broken into lines that fit, and without letters that it
// does not have.

const STRANGE = "?";

/** `font` is one of pdf-lib's. Measures and breaks texts of one weight. */
export function createLetters(font) {
  const known = new Set(font.getCharacterSet());
  const width = (text, size) => font.widthOfTextAtSize(text, size);

  /** Composed, as the typeface has its letters. */
  const settable = (text) =>
    Array.from(String(text).normalize("NFC"), (letter) => (known.has(letter.codePointAt(0)) ? letter : STRANGE)).join("");

  /** The start of a word that alone is wider than the line, as long as fits. */
  function startThatFits(word, size, room) {
    const letters = Array.from(word);
    let fits = 1;
    while (fits < letters.length && width(letters.slice(0, fits + 1).join(""), size) <= room) fits++;
    return letters.slice(0, fits).join("");
  }

  function lines(text, size, room) {
    const all = [];
    let line = "";
    for (let word of settable(text).split(" ").filter(Boolean)) {
      if (line && width(`${line} ${word}`, size) <= room) {
        line += ` ${word}`;
        continue;
      }
      if (line) all.push(line);
      while (width(word, size) > room) {
        const start = startThatFits(word, size, room);
        if (start === word) break;
        all.push(start);
        word = word.slice(start.length);
      }
      line = word;
    }
    if (line) all.push(line);
    return all;
  }

  return { font, width, lines, settable };
}
