// A gateway that hands out a key directory it should not: the person reads why, and nothing is sealed.
import assert from 'node:assert/strict';
import { complaintsBut } from '../lib/browser.mjs';
import { directoryOf } from '../lib/directory.mjs';
import { desktop, PROOF, smallPdf, toPapers } from '../lib/filing.mjs';

export const name = 'a key directory that was exchanged, cut of its signatures, frozen or rolled back is refused in a sentence';
export const ways = ['page', 'keyboard', 'firefox'];

/** Another unit's reading key under the same signatures. */
const exchanged = (note) => note.replace(/age1pq1[a-z0-9]{8}/, (key) => `${key.slice(0, -1)}${key.endsWith('q') ? 'p' : 'q'}`);

export async function run(t) {
  const here = await desktop(t);
  const { gateway, context, page, person, hands, paper } = here;
  let handed = null; // null: the real one
  await context.route('**/directory', (route) =>
    (handed === null ? route.continue() : route.fulfill({ contentType: 'text/plain; charset=utf-8', body: handed })));
  const sent = [];
  page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()));

  await toPapers(here);
  const { name: title, bytes } = smallPdf();
  await person.attach(PROOF, [await paper(title, bytes)]);
  await hands.press(person.button('Tiếp tục'));
  await person.title('Kiểm tra lại');
  await page.getByText(/Đã lưu trên máy này/).first().waitFor();
  const sealing = page.url().replace(/kiem-tra$/, 'niem-phong');

  const newer = await directoryOf(gateway, { changes: { version: 7 } });
  const attacks = [
    ['another key under the old signatures', exchanged(newer), 'thiếu chữ ký'],
    ['one root alone', await directoryOf(gateway, { signers: ['root-1'] }), 'thiếu chữ ký'],
    ['one root and a key that is none', await directoryOf(gateway, { signers: ['log', 'root-1'] }), 'thiếu chữ ký'],
    ['frozen for eight days', await directoryOf(gateway, { age: 8 }), 'đã hết hạn'],
    ['issued tomorrow', await directoryOf(gateway, { age: -1 }), 'ghi sai ngày'],
    ['good for years', await directoryOf(gateway, { changes: { expires: '2036-01-01T00:00:00Z' } }), 'ghi sai ngày'],
    ['a text that is none', 'xin chào\n', 'không đọc được'],
  ];
  for (const [attack, note, words] of attacks) {
    assert.notEqual(note, newer, attack);
    handed = note;
    await page.goto(sealing);
    const alert = page.getByRole('alert');
    await alert.getByText(words).first().waitFor();
    await alert.getByText('vẫn còn nguyên trên máy này').first().waitFor();
    assert.equal(await person.button('Xác nhận và niêm phong').count(), 0, attack);
  }
  t.note(`${attacks.length} directories refused`);

  // Seen once, a newer version is remembered: the older one, genuine as it is, comes too late.
  handed = newer;
  await page.goto(sealing);
  await person.button('Xác nhận và niêm phong').waitFor();
  handed = null;
  await page.goto(sealing);
  await page.getByRole('alert').getByText('cũ hơn bản máy này đã thấy').first().waitFor();
  assert.deepEqual(sent, [], 'nothing was sent to anybody');

  // With a directory as it must be the person goes on where they were.
  handed = newer;
  await hands.press(person.button('Thử lại'));
  await person.confirm();
  await person.receipt();
  assert.deepEqual(complaintsBut(page), []);
}
