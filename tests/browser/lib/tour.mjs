// Every screen a person can come to, once: look(screen) is called on each.
import { desktop, PROOF, smallPdf } from './filing.mjs';
import { watchedPage } from './browser.mjs';
import { folderOf, slipFile } from './sheets.mjs';

export const LONG_NAME = 'Nguyễn Hoàng Phương Thảo Nguyên';

/** The keys of the filed dossier, and the way from device to device. */
async function keysAndDevices({ gateway, page, person, number }, look) {
  await page.goto(`${gateway.url}/ho-so/${number}`);
  await person.link('Giữ chìa khóa').click();
  await person.title('Giữ chìa khóa hồ sơ');
  await person.button('Hiện tờ khôi phục').click();
  await person.button('In tờ này').waitFor();
  await person.button('Tạo tệp và mật khẩu').click();
  await page.getByText('Mật khẩu của tệp:').first().waitFor();
  await look('keys', page);
  await person.link('Mang hồ sơ sang máy khác').click();
  await person.title('Mang hồ sơ sang máy khác');
  await look('move', page);
  await person.button('Tạo mã để chuyển').click();
  await page.getByText('Gõ sáu số này').first().waitFor();
  await look('move-ready', page);
  await page.goto(`${gateway.url}/nhan`);
  await person.title('Đưa hồ sơ về máy này');
  await look('fetch', page);
  await person.button('Đưa hồ sơ về').click();
  await page.getByRole('alert').getByRole('link').first().waitFor();
  await look('fetch-errors', page);
}

/** A sheet that the agency sent, and the page that checks one. */
async function sheets({ gateway, page, person, number }, look, t) {
  await gateway.desk('99901', 'post', '--number', number, '--state', 'stopped', '--slip', await slipFile(await folderOf(t), '05', { time: '2026-11-23T02:15:00Z' }));
  await page.goto(`${gateway.url}/ho-so/${number}`);
  await person.link('Xem và in thông báo dừng').click();
  await person.title('Thông báo dừng giải quyết hồ sơ');
  await look('slip', page);
  await page.goto(`${gateway.url}/kiem-tra-giay`);
  await person.title('Kiểm tra giấy tờ');
  await person.button('Kiểm tra').click();
  await page.getByRole('alert').getByRole('link').first().waitFor();
  await look('verify', page);
}

/** A complaint with a first answer, seen where it is written and followed. */
async function feedback({ gateway, page, person, number }, look) {
  await person.link('Góp ý, khiếu nại, xin rút hồ sơ').click();
  await person.title('Góp ý, khiếu nại, xin rút hồ sơ');
  await page.getByRole('textbox', { name: /^Điều gì chưa đúng/ }).fill('Tôi chờ đã lâu.');
  await person.button('Gửi').click();
  await page.getByText('Bạn đã gửi').first().waitFor();
  await gateway.desk('99901', 'answer', '--number', number, '--feedback', '1', '--step', 'more-wanted', '--message', 'Hôm đó là ngày nào?');
  await page.getByText('Hôm đó là ngày nào?').first().waitFor();
  await page.getByText(/^Trả lời xong: đang chờ bạn/).first().waitFor();
  await look('feedback', page);
  await page.goto(`${gateway.url}/ho-so/${number}`);
  await person.title('Theo dõi hồ sơ');
}

export async function tour(t, look, options = {}) {
  const here = await desktop(t, options);
  const { gateway, context, page, person, paper } = here;
  person.form.values['child.name'] = LONG_NAME;
  await person.start(gateway.url, 'khai sinh', /^Đăng ký khai sinh/, (screen) => look(screen, page));
  await person.title('Em bé');
  await person.button('Tiếp tục').click();
  await page.getByRole('alert').getByText('Có chỗ cần bạn xem lại').waitFor();
  await look('errors', page);
  await person.fill((screen) => look(screen, page));
  await person.button('Tiếp tục').click();
  await page.getByRole('alert').getByRole('link', { name: PROOF }).first().waitFor();
  await look('papers-errors', page);
  await page.goto(page.url().replace(/[^/]+$/, 'phieu-kiem-tra'));
  await person.title('Phiếu kiểm tra hồ sơ');
  await look('check-sheet', page);
  await page.goto(page.url().replace(/[^/]+$/, 'giay-to'));
  await person.title('Thêm giấy tờ');
  const { name, bytes } = smallPdf('giay-chung-sinh-ban-quet-mau-hai-mat-ngay-05-11-2026.pdf');
  await person.attach(PROOF, [await paper(name, bytes)]);
  await look('papers', page);
  const second = await watchedPage(context);
  await second.goto(page.url());
  await second.getByRole('heading', { level: 1, name: 'Hồ sơ này đang mở ở một trang khác' }).waitFor();
  await look('elsewhere', second);
  await second.close();
  await person.review((screen) => look(screen, page));
  await person.button('Xác nhận và niêm phong').click();
  await page.getByRole('alert').getByRole('link').first().waitFor();
  await look('seal-errors', page);
  await person.confirm();
  const number = await person.receipt();
  await look('receipt', page);
  await person.follow();
  await gateway.desk('99901', 'post', '--number', number, '--state', 'received');
  await gateway.desk('99901', 'post', '--number', number, '--state', 'supplement-wanted', '--message', 'Bạn chụp lại Giấy chứng sinh, ảnh bị mờ');
  await gateway.desk('99901', 'mark', '--number', number, '--axis', 'payment', '--state', 'wanted', '--message', 'Lệ phí 25.000 đồng');
  await gateway.desk('99901', 'mark', '--number', number, '--axis', 'synchronisation', '--state', 'sent');
  await page.getByText('Lệ phí 25.000 đồng').first().waitFor();
  await page.getByText(/^đã báo/).first().waitFor();
  await look('follow', page);
  await feedback({ ...here, number }, look);
  await person.link('Hồ sơ của tôi').click();
  await person.title('Hồ sơ của tôi');
  await look('dossiers', page);
  await keysAndDevices({ ...here, number }, look);
  await sheets({ ...here, number }, look, t);
  await page.goto(`${gateway.url}/thu-tuc/9.999999`);
  await person.title('Không có trang này');
  await look('missing', page);
  return here;
}
