// Filling a form as a person does: by what its labels say. Labels come from the form's own data, answers from
// its fixture, so that a new procedure is filled by the same code.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './parts.mjs';

const text = (words, lang) => (typeof words === 'string' ? words : words?.[lang] ?? '');
/** A text as part of a regular expression. */
export const plain = (label) => label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const starts = (label) => new RegExp(`^${plain(label)}`);
/** The label, and what may follow it: "(không bắt buộc)". */
const labelled = (label) => new RegExp(`^${plain(label)}( \\([^)]*\\))?$`);

export async function loadForm(name) {
  const read = async (file) => JSON.parse(await readFile(path.join(root, 'assets', file), 'utf8'));
  return { schema: await read(`forms/${name}.json`), values: (await read(`forms/${name}.fixture.json`)).values };
}

/** The options of a field: its own, those of the list it names, or of the list that its type names. */
const options = (schema, field) => field.options ?? schema.lists[field.options_from ?? field.type];

async function optionLabel(schema, field, value, lang, unitNames) {
  if (field.type === 'unit') return unitNames[value];
  const found = options(schema, field).find((o) => o.value === value);
  return text(found?.label, lang);
}

/** Answers one field of the step on the screen with these hands. */
export async function answer(page, hands, schema, field, value, { lang = 'vi', unitNames = {} } = {}) {
  const label = labelled(text(field.label, lang));
  switch (field.type) {
    case 'date': {
      const group = page.getByRole('group', { name: label });
      const [day, month, year] = lang === 'vi' ? ['Ngày', 'Tháng', 'Năm'] : ['Day', 'Month', 'Year'];
      const [y, m, d] = value.split('-'); // or only the year
      if (d) await hands.type(group.getByRole('textbox', { name: starts(day) }), String(Number(d)));
      if (m) await hands.type(group.getByRole('textbox', { name: starts(month) }), String(Number(m)));
      await hands.type(group.getByRole('textbox', { name: starts(year) }), y);
      return;
    }
    case 'checkbox':
      await hands.tick(page.getByRole('checkbox', { name: label }), value);
      return;
    case 'choice': case 'select': case 'country': case 'ethnicity': case 'unit': {
      const option = await optionLabel(schema, field, value, lang, unitNames);
      const select = page.getByRole('combobox', { name: label });
      if (await select.count()) await hands.choose(select, option);
      else await hands.pick(page.getByRole('group', { name: label }).getByRole('radio', { name: starts(option) }));
      return;
    }
    case 'address':
      // A list may open under it while it is typed; here it is left alone.
      await hands.type(page.getByRole('combobox', { name: label }), String(value));
      return;
    default:
      await hands.type(page.getByRole('textbox', { name: label }), String(value));
  }
}

/** Every field of a step that the fixture has an answer to, in the form's order. */
export function fieldsOf(step, values) {
  return step.groups.flatMap((g) => g.fields).filter((f) => f.id in values);
}
