// A citizen card that nobody has, its code before Chromium's pretended camera, and the form that it fills.
import { readFile, writeFile } from 'node:fs/promises';
import { Citizen } from './citizen.mjs';
import { desktop } from './filing.mjs';
import { answer, fieldsOf, loadForm } from './form.mjs';
import { codes, codesModule } from './parts.mjs';

export const CARD = '999196000012|012345678|Trần Thị Hương Giang|15031996|Nữ|Số 8, Thôn Đá Bạc, Xã Mây Trắng, Tỉnh Sông Xanh|25122021';
/** The heading of the step that toPerson() leads to. */
export const WHO = 'Người cần xác nhận';
export const SCAN = /^Quét thẻ căn cước/;

/** The marks of a square code: rows of true for dark. */
async function modulesOf(text) {
  const file = await readFile(codesModule);
  codes.prepareZXingModule({ overrides: { wasmBinary: file.buffer.slice(file.byteOffset, file.byteOffset + file.length) } });
  const { error, symbol } = await codes.writeBarcode(text, { format: 'QRCode' });
  if (error) throw new Error(error);
  return Array.from({ length: symbol.height }, (_, y) => Array.from({ length: symbol.width }, (_, x) => symbol.data[y * symbol.width + x] === 0));
}

const WIDE = 640;
const HIGH = 480;
const GREY = 128;

/** One picture of a film: grey, and a code in its middle, paler and darker than paint, as a camera sees it. */
async function picture(text) {
  const light = Buffer.alloc(WIDE * HIGH, GREY);
  if (text) {
    const rows = await modulesOf(text);
    const side = Math.floor((HIGH * 0.7) / (rows.length + 8));
    const edge = (rows.length + 8) * side;
    const [left, top] = [Math.floor((WIDE - edge) / 2), Math.floor((HIGH - edge) / 2)];
    for (let y = 0; y < edge; y += 1) {
      for (let x = 0; x < edge; x += 1) {
        const dark = rows[Math.floor(y / side) - 4]?.[Math.floor(x / side) - 4];
        light[(top + y) * WIDE + left + x] = dark ? 50 : 205;
      }
    }
  }
  return Buffer.concat([Buffer.from('FRAME\n'), light, Buffer.alloc((WIDE * HIGH) / 2, GREY)]);
}

/** A film in which each of these codes stands before the camera for a second, "" for none; it begins again. */
export async function film(file, texts) {
  const pictures = await Promise.all(texts.map(picture));
  const each = 10;
  await writeFile(file, Buffer.concat([
    Buffer.from(`YUV4MPEG2 W${WIDE} H${HIGH} F${each}:1 Ip A1:1 C420jpeg\n`),
    ...pictures.flatMap((one) => Array(each).fill(one)),
  ]));
  return file;
}

/** Chromium's flags for a camera that shows this film. */
export const cameraFlags = (file) => ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${file}`];

/** The person whom a marital status is of: their number's card fills name, birth, sex and address. */
export async function toPerson(t, options) {
  const here = await desktop(t, options);
  const person = new Citizen(here.page, here.hands, await loadForm('marital-status'));
  await person.start(here.gateway.url, 'tình trạng hôn nhân', /^Cấp Giấy xác nhận tình trạng hôn nhân/);
  await person.title('Người xin giấy');
  const { schema, values } = person.form;
  values['requester.relation'] = 'authorised';
  for (const field of fieldsOf(schema.steps[0], values)) await answer(here.page, here.hands, schema, field, values[field.id]);
  await here.hands.press(person.button('Tiếp tục'));
  await person.title(WHO);
  return { ...here, person };
}

/** What the four fields and the number say. */
export async function filled(page) {
  const text = (name) => page.getByRole('textbox', { name }).first().inputValue();
  const birth = page.getByRole('group', { name: /^Ngày sinh/ }).first();
  const sex = page.getByRole('radio', { checked: true });
  return {
    number: await text(/^Số định danh cá nhân của người đó/),
    name: await text(/^Họ, chữ đệm và tên của người đó/),
    birth: (await Promise.all([/^Ngày/, /^Tháng/, /^Năm/].map((name) => birth.getByRole('textbox', { name }).inputValue()))).join('/'),
    sex: (await sex.count()) ? await sex.first().getAttribute('value') : '',
    address: await page.getByRole('combobox', { name: /^Nơi cư trú của người đó/ }).inputValue(),
  };
}

/** Leaves none of the boxes filled. */
export async function empty(page) {
  for (const field of await page.getByRole('main').locator('input[type=text]').all()) await field.fill('');
}

export const FILLED = {
  number: '999196000012',
  name: 'Trần Thị Hương Giang',
  birth: '15/03/1996',
  sex: 'female',
  address: 'Số 8, Thôn Đá Bạc, Xã Mây Trắng, Tỉnh Sông Xanh',
};
