// The parts of a sheet (shared/slip/sheet.h) as marks on pages. On a roll what stands side by side on a
// sheet stands one below the other.

const CELL = 4; // points of air in a table

export function draw(ink, sheet) {
  ink.eachPage(() => strip(ink, sheet));
  ink.turn();
  head(ink, sheet);
  for (const block of sheet.blocks) {
    ink.skip();
    BLOCKS[block.kind](ink, block);
  }
  foot(ink, sheet);
}

/** On every page of a sheet that has no value. */
function strip(ink, { trial }) {
  if (!trial) return;
  const style = { size: ink.paper.small, strong: true, align: "center" };
  const words = ink.measure(trial, style, ink.room - 12);
  ink.frame(ink.left, ink.y, ink.room, words.height + 6);
  ink.block(words, ink.left + 6, ink.y + 3, style, ink.room - 12);
  ink.y += words.height + 6 + ink.paper.gap;
}

function head(ink, sheet) {
  const { paper } = ink;
  const align = paper.roll ? "center" : "left";
  const width = paper.roll ? ink.room : ink.room * 0.72;
  const top = ink.y;
  for (const [text, style] of [
    [sheet.parent, { size: paper.small }],
    [sheet.agency, { size: paper.size + 1, strong: true }],
    [sheet.contact, { size: paper.small, grey: true }],
  ]) {
    if (!text) continue;
    const words = ink.measure(text, style, width);
    ink.block(words, ink.left, ink.y, { ...style, align }, width);
    ink.y += words.height;
  }
  if (!paper.roll) ink.lineAt(sheet.mark, ink.left, top, { size: paper.small, grey: true, align: "right" });
  ink.skip(5);
  ink.rule(ink.left, ink.y, ink.room, 1);
  ink.skip(paper.gap * (paper.roll ? 1 : 1.5));
  ink.words(sheet.title, { size: paper.title, strong: true, align: "center" });
  ink.skip(3);
  if (sheet.number) ink.words(sheet.number, { size: paper.size + 1, align: "center" });
  if (paper.roll) ink.words(sheet.mark, { size: paper.small, grey: true, align: "center" });
}

const BLOCKS = {
  text: (ink, { text }) => ink.words(text),
  strong: (ink, { text }) => ink.words(text, { strong: true }),
  note: (ink, { text }) => ink.words(text, { size: ink.paper.small, grey: true }),
  heading(ink, { text }) {
    ink.need(ink.paper.heading * 4);
    ink.words(text, { size: ink.paper.heading, strong: true });
    ink.skip(-ink.paper.gap / 2);
  },
  rows: (ink, { rows }) => rows.forEach(([label, value]) => row(ink, label, value)),
  list: (ink, { items }) => items.forEach((item, at) => listItem(ink, item, at + 1)),
  table: (ink, block) => (ink.paper.roll ? stackedTable(ink, block) : table(ink, block)),
};

function row(ink, label, value) {
  const { paper } = ink;
  const small = { size: paper.small, grey: true };
  const beside = ink.room * paper.labels;
  if (paper.roll) {
    ink.words(label, small);
    ink.words(value, { strong: true });
    ink.skip(2);
    return;
  }
  const name = ink.measure(label, { grey: true }, beside - 10);
  const words = ink.measure(value, { strong: true }, ink.room - beside);
  const high = Math.max(name.height, words.height);
  ink.need(high + 6);
  ink.block(name, ink.left, ink.y + 2, { grey: true });
  ink.block(words, ink.left + beside, ink.y + 2, { strong: true });
  ink.y += high + 5;
  ink.rule(ink.left, ink.y, ink.room, 0.4);
}

function listItem(ink, { title, lines }, number) {
  const { paper } = ink;
  const indent = paper.roll ? 14 : 20;
  const width = ink.room - indent;
  const style = { strong: lines.length > 0 };
  const parts = [[ink.measure(title, style, width), style]];
  for (const [label, value] of lines) parts.push([ink.measure(`${label}: ${value}`, {}, width), {}]);
  ink.need(Math.min(parts.reduce((sum, [words]) => sum + words.height, 0), paper.height / 3));
  ink.lineAt(`${number}.`, ink.left, ink.y, { strong: true });
  for (const [words, how] of parts) {
    for (const line of words.lines) {
      ink.need(ink.lead(how));
      ink.lineAt(line, ink.left + indent, ink.y, how, width);
      ink.y += ink.lead(how);
    }
  }
  ink.skip(5);
}

function table(ink, { text, columns, cells }) {
  const { paper } = ink;
  const sum = columns.reduce((all, { weight }) => all + weight, 0);
  const widths = columns.map(({ weight }) => (ink.room * weight) / sum);
  const size = columns.length > 5 ? paper.small : paper.size;
  const draws = (texts, style) => {
    const all = texts.map((one, at) => ink.measure(one, style, widths[at] - 2 * CELL));
    return { all, style, height: Math.max(...all.map(({ height }) => height)) + 2 * CELL };
  };
  const put = ({ all, style, height }) => {
    let x = ink.left;
    all.forEach((words, at) => {
      ink.block(words, x + CELL, ink.y + CELL - 1, style);
      x += widths[at];
    });
    ink.y += height;
  };
  const top = draws(columns.map(({ label }) => label), { size: paper.small, strong: true });
  const heading = () => {
    put(top);
    ink.rule(ink.left, ink.y, ink.room, 1);
  };
  ink.need(top.height * 3);
  ink.words(text, { strong: true });
  ink.skip(2);
  ink.rule(ink.left, ink.y, ink.room, 1);
  heading();
  for (const one of cells) {
    const line = draws(one, { size });
    const pages = ink.pages.length;
    ink.need(line.height);
    if (ink.pages.length > pages) heading();
    put(line);
    ink.rule(ink.left, ink.y, ink.room, 0.4);
  }
}

function stackedTable(ink, { text, columns, cells }) {
  ink.words(text, { strong: true });
  for (const one of cells) {
    ink.skip(2);
    ink.rule(ink.left, ink.y, ink.room, 0.4);
    ink.skip(3);
    // Its number in the list says nothing here.
    const [, name, ...others] = one;
    ink.words(name, { strong: true });
    const said = others.map((value, at) => value && `${columns[at + 2].label}: ${value}`).filter(Boolean);
    if (said.length < 3) ink.words(said.join(" · "));
    else said.forEach((line) => ink.words(line));
  }
}

function foot(ink, sheet) {
  const { paper } = ink;
  ink.skip(paper.gap * 1.5);
  ink.need(paper.sign + 6 * paper.size);
  ink.words(sheet.date, { align: paper.roll ? "center" : "right" });
  ink.skip(paper.gap / 2);
  signatures(ink, sheet.signatures);
  if (sheet.code && !paper.roll) return codeAndFooter(ink, sheet);
  if (sheet.code) code(ink, sheet.code);
  ink.skip(paper.gap);
  ink.words(sheet.footer, { size: paper.small, grey: true, align: paper.roll ? "center" : "left" });
}

function signatures(ink, all) {
  const { paper } = ink;
  if (!all.length) return;
  const across = paper.roll ? 1 : all.length === 1 ? 2 : all.length;
  const width = ink.room / across;
  const start = ink.y;
  all.forEach(({ title, note, name }, at) => {
    if (!paper.roll) ink.y = start;
    const x = paper.roll ? ink.left : ink.left + (across - all.length + at) * width;
    ink.lineAt(title, x, ink.y, { strong: true, align: "center" }, width);
    ink.lineAt(note, x, ink.y + ink.lead({}), { size: paper.small, grey: true, align: "center" }, width);
    ink.y += 2 * ink.lead({}) + paper.sign;
    if (name) ink.lineAt(name, x, ink.y, { strong: true, align: "center" }, width);
    ink.y += ink.lead({});
  });
}

function code(ink, picture) {
  const { paper } = ink;
  ink.skip();
  ink.code(picture, ink.left + (ink.room - paper.code) / 2, ink.y, paper.code);
  ink.y += paper.code + 2;
  ink.words(picture.caption, { size: paper.small, align: "center" });
}

/** The code, and beside it what it is for and what else there is to say. */
function codeAndFooter(ink, { code: picture, footer }) {
  const side = ink.paper.code;
  const grey = { size: ink.paper.small, grey: true };
  const width = ink.room - side - 14;
  const caption = ink.measure(picture.caption, {}, width);
  const more = ink.measure(footer, grey, width);
  ink.skip();
  ink.need(side);
  const x = ink.left + side + 14;
  const top = ink.y + (side - caption.height - more.height - 5) / 2;
  ink.code(picture, ink.left, ink.y, side);
  ink.block(caption, x, top, {}, width);
  ink.block(more, x, top + caption.height + 5, grey, width);
  ink.y += side;
}
