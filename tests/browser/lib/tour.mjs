// Every screen a person can come to, once: look(screen) is called on each.
import { desktop, PROOF, smallPdf } from './filing.mjs';
import { watchedPage } from './browser.mjs';

export const LONG_NAME = 'Nguyễn Hoàng Phương Thảo Nguyên';

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
  await page.getByText('ảnh bị mờ').first().waitFor();
  await look('follow', page);
  await person.link('Hồ sơ của tôi').click();
  await person.title('Hồ sơ của tôi');
  await look('dossiers', page);
  await page.goto(`${gateway.url}/thu-tuc/9.999999`);
  await person.title('Không có trang này');
  await look('missing', page);
  return here;
}
