import assert from 'node:assert/strict';
import { axeFindings, complaintsBut, SIZES } from '../lib/browser.mjs';
import { desktop, PROOF, smallPdf, toPapers } from '../lib/filing.mjs';

export const name = 'a complaint, its answers and their times, a wish to withdraw, and a vote';
export const ways = ['keyboard', 'page'];

const COMPLAINT = 'Tôi chờ ở quầy hai giờ mà không ai gọi số.';
const TYPED = /^Điều gì chưa đúng\?/;
const LINK = 'Góp ý, khiếu nại, xin rút hồ sơ';

async function filed(t) {
  const here = await desktop(t);
  const { person, paper } = here;
  await toPapers(here);
  const { name: file, bytes } = smallPdf();
  await person.attach(PROOF, [await paper(file, bytes)]);
  await person.review();
  await person.confirm();
  here.number = await person.receipt();
  await person.follow();
  return here;
}

/** What stands under a heading of this name, as the person reads it. */
const card = (page, heading) => page.getByRole('main').getByText(heading, { exact: true }).first();

export async function run(t) {
  const here = await filed(t);
  const { gateway, context, page, person, hands, number } = here;
  const roots = gateway.officerFile('../roots.json');
  const answer = (feedback, step, ...message) =>
    gateway.desk('99901', 'answer', '--number', number, '--feedback', String(feedback), '--step', step, ...message);
  const post = (state) => gateway.desk('99901', 'post', '--number', number, '--state', state);
  const desk = () => gateway.desk('99901', 'feedback', '--roots', roots, '--number', number);
  const words = (text) => page.getByRole('main').getByText(text).first().waitFor({ timeout: 15_000 });
  const choose = (option) => hands.pick(page.getByRole('group', { name: 'Bạn muốn làm gì?' }).getByRole('radio', { name: option }));

  await hands.press(person.link(LINK));
  await person.title(LINK);
  assert.equal(new URL(page.url()).pathname, `/ho-so/${number}/gop-y`);

  // What was typed outlives the page, and a line that is down.
  await choose('Khiếu nại, phản ánh điều chưa đúng');
  await hands.type(page.getByRole('textbox', { name: TYPED }), COMPLAINT);
  await words('Lời bạn viết được giữ trên máy này');
  await page.waitForTimeout(500); // the store writes behind the key
  await page.reload();
  await person.title(LINK);
  await page.waitForFunction((text) => [...document.querySelectorAll('textarea')].some((e) => e.value === text), COMPLAINT);
  await page.route('**/feedback', (route) => route.abort('internetdisconnected'));
  await hands.press(person.button('Gửi'));
  await words('Đang chờ mạng');
  await page.waitForTimeout(500);
  await page.unroute('**/feedback');
  await page.reload(); // left while it waited: it goes on by itself
  await words('Những gì bạn đã gửi');
  await words('Bạn đã gửi');
  await words(/^Nhận hoặc chuyển đi: chậm nhất \d\d:\d\d/);
  await words(/^Trả lời xong: chậm nhất \d\d:\d\d/);
  assert.equal(await page.getByRole('textbox', { name: TYPED }).inputValue(), '', 'the form is free again');
  await hands.press(person.button('Tính như thế nào?'));
  await words('Không tính ngày đầu tiên');
  const painted = await page.evaluate(() => document.documentElement.classList.contains('overlay'));
  assert.deepEqual(await axeFindings(page, { painted }), []);

  // The office reads it, and asks.
  const read = await desk();
  assert.match(read, /1 {2}complaint/);
  assert.ok(read.includes(`| ${COMPLAINT}`), read);
  assert.match(read, /1 open, 0 late/);
  await post('received');
  await answer(1, 'forwarded');
  await words('Đã chuyển đến nơi giải quyết');
  await answer(1, 'more-wanted', '--message', 'Hôm đó là ngày nào, thưa bà?');
  await words('Hôm đó là ngày nào, thưa bà?');
  await words(/^Trả lời xong: đang chờ bạn trả lời thêm/);
  await hands.press(person.link('Theo dõi hồ sơ'));
  await hands.press(person.link('Nơi giải quyết hỏi thêm bạn'));
  await hands.type(page.getByRole('textbox', { name: 'Lời trả lời của bạn' }), 'Thứ Hai, 23 tháng 11.');
  await hands.press(person.button('Gửi'));
  await words('Bạn đã trả lời thêm');
  assert.match(await desk(), /\| Thứ Hai, 23 tháng 11\./);
  await answer(1, 'resolved', '--message', 'Chúng tôi xin lỗi và đã mở thêm một quầy.');
  await words('Chúng tôi xin lỗi và đã mở thêm một quầy.');
  await words(/^Trả lời xong: đúng hạn/);
  await answer(1, 'published');
  await words('Đã công bố');

  // Taken back: turned down once, then granted.
  await choose('Xin rút hồ sơ');
  await words('Khi nơi giải quyết đồng ý, hồ sơ dừng lại');
  await hands.press(person.button('Gửi'));
  await card(page, 'Xin rút hồ sơ').waitFor();
  await page.waitForFunction(() => ![...document.querySelectorAll('input[type=radio]')].some((e) => e.value === 'withdrawal'));
  await answer(3, 'refused', '--message', 'Kết quả đã ký rồi, bà có chắc không?');
  await words('Kết quả đã ký rồi, bà có chắc không?');
  await choose('Xin rút hồ sơ');
  await hands.press(person.button('Gửi'));
  await page.waitForFunction(() => ![...document.querySelectorAll('input[type=radio]')].some((e) => e.value === 'withdrawal'));
  await post('withdrawn');

  // It has ended: how was it?
  await words('Bạn thấy thế nào về việc giải quyết hồ sơ này?');
  await hands.press(person.button('Gửi'));
  await words('Bạn chọn một mức đánh giá.');
  await hands.pick(page.getByRole('radio', { name: 'Hài lòng', exact: true }));
  await hands.press(person.button('Gửi'));
  await words('Đánh giá');
  await page.waitForFunction(() => document.querySelector('#mirror')?.textContent.includes('Đánh giá') && ![...document.querySelectorAll('textarea')].some((e) => e.value));
  for (let tries = 0; !/satisfied: 1 of 1 \(100 %/.test(await desk()) && tries < 20; tries += 1) await page.waitForTimeout(200);
  assert.match(await desk(), /satisfied: 1 of 1 \(100 %; the target is 90 %\)/);
  await page.setViewportSize(SIZES.phone);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is wider than a phone');
  assert.deepEqual(await axeFindings(page), []);

  // All of it again from the device, without a gateway.
  await context.setOffline(true);
  await hands.press(person.link('Theo dõi hồ sơ'));
  await hands.press(person.link(LINK));
  await words(COMPLAINT);
  await context.setOffline(false);
  assert.deepEqual(complaintsBut(page, /net::ERR_INTERNET_DISCONNECTED|Failed to fetch|Failed to load resource/), [], 'the console stays empty');
}
