import assert from 'node:assert/strict';
import { axeFindings, complaintsBut, SIZES } from '../lib/browser.mjs';
import { desktop, PROOF, smallPdf, toPapers } from '../lib/filing.mjs';

export const name = 'money, the result on its way and the national portal stand beside the steps';
export const ways = ['page', 'firefox'];

export async function run(t) {
  const here = await desktop(t);
  const { gateway, page, person, paper } = here;
  await toPapers(here);
  const { name: file, bytes } = smallPdf();
  await person.attach(PROOF, [await paper(file, bytes)]);
  await person.review();
  await person.confirm();
  const number = await person.receipt();
  await person.follow();
  const post = (state) => gateway.desk('99901', 'post', '--number', number, '--state', state);
  const mark = (axis, state, ...more) =>
    gateway.desk('99901', 'mark', '--number', number, '--axis', axis, '--state', state, ...more);
  const words = (text) => page.getByRole('main').getByText(text).first().waitFor({ timeout: 15_000 });
  const row = (term) => page.getByRole('main').getByText(term, { exact: true }).first();

  await post('received');
  await words('Đã tiếp nhận');
  assert.equal(await row('Phí, lệ phí').count(), 0, 'nothing is said of money before a unit speaks of it');
  await mark('synchronisation', 'sent');
  await words(/^đã báo “Đã tiếp nhận”/);
  await post('payment-wanted');
  await mark('payment', 'wanted', '--message', 'Lệ phí 25.000 đồng, tại quầy 3');
  await words('Phí, lệ phí: cần bạn nộp');
  await words(/Lệ phí 25\.000 đồng, tại quầy 3/);
  await words(/^Đến lượt bạn: cần nộp/);
  await mark('payment', 'paid');
  await words('Đã nộp tiền, chờ giải quyết tiếp');
  await words(/^Đến lượt Ủy ban/);
  await mark('synchronisation', 'confirmed');
  await words(/^đã ghi nhận “Đã tiếp nhận”/);
  await post('in-process');
  await post('done');
  await mark('delivery', 'sent', '--message', 'Bưu gửi XX000000000VN');
  await words('Trao kết quả: đang được mang đến bạn');
  await words(/Bưu gửi XX000000000VN/);
  await words(/^Kết quả đang được mang đến bạn\./);
  const painted = await page.evaluate(() => document.documentElement.classList.contains('overlay'));
  assert.deepEqual(await axeFindings(page, { painted }), []);
  const arrow = () => getComputedStyle(document.querySelector('.page button[aria-expanded]'), '::before').content;
  if (!painted) assert.equal(await page.evaluate(arrow), '""', 'what opens more words has its arrow in page mode, too');
  await page.setViewportSize(SIZES.phone);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is wider than a phone');
  await page.setViewportSize(SIZES.desktop);

  // All of it again after a reload, checked anew, each once.
  await page.reload();
  await person.title('Theo dõi hồ sơ');
  await page.getByText('Đang theo dõi trực tiếp').waitFor({ timeout: 60_000 });
  await mark('delivery', 'delivered');
  await words('Trao kết quả: đã trao cho bạn');
  await words(/^Kết quả đã được trao cho bạn\./);
  assert.equal(await page.getByRole('main').getByText('Trao kết quả: đang được mang đến bạn').count(), 1);
  assert.equal(await page.getByText('không đáng tin').count(), 0);

  assert.deepEqual(complaintsBut(page, /Failed to load resource/), [], 'the console stays empty');
}
