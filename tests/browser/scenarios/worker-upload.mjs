// web/tus.js against a service that cuts, restarts, loses uploads and damages pieces.
import { createHash, randomBytes } from 'node:crypto';
import { launch, watchedPage, complaintsBut } from '../lib/browser.mjs';
import { bodyOf, holds, same, workbench } from '../lib/workbench.mjs';

export const name = 'an upload goes on through cuts, restarts and lost uploads until it is whole';
export const ways = ['firefox'];

const SIZE = 9 * 1048576 + 12345;

export async function run(t) {
  const bytes = randomBytes(SIZE);
  const uploads = new Map();
  const faults = []; // taken one a PATCH: what goes wrong with it
  const seen = { creations: 0, patches: 0 };
  const answer = (response, status, headers = {}) => response.writeHead(status, { 'Tus-Resumable': '1.0.0', ...headers }).end();
  const idOf = (request) => request.url.split('/').pop();

  const bench = await workbench(t, {
    'GET /bytes': (_, response) => response.end(bytes),
    'POST /files': (request, response) => {
      seen.creations++;
      holds(request.headers['tus-resumable'] === '1.0.0', 'Tus-Resumable is missing');
      const id = randomBytes(8).toString('hex');
      uploads.set(id, Buffer.alloc(0));
      answer(response, 201, { Location: `/files/${id}` });
    },
    'HEAD /files/*': (request, response) => {
      const upload = uploads.get(idOf(request));
      if (!upload) return answer(response, 410);
      answer(response, 200, { 'Upload-Offset': upload.length, 'Upload-Length': SIZE });
    },
    'PATCH /files/*': async (request, response) => {
      seen.patches++;
      const fault = faults.shift();
      if (fault === 'cut') return request.socket.destroy();
      const piece = await bodyOf(request);
      if (fault === '503') return answer(response, 503, { 'Retry-After': '0' });
      if (fault === 'lost') uploads.delete(idOf(request));
      const upload = uploads.get(idOf(request));
      if (!upload) return answer(response, 404);
      if (Number(request.headers['upload-offset']) !== upload.length) return answer(response, 409);
      if (fault === 'damaged') piece[0] ^= 1;
      const sum = 'sha256 ' + createHash('sha256').update(piece).digest('base64');
      if (sum !== request.headers['upload-checksum']) return answer(response, 460);
      uploads.set(idOf(request), Buffer.concat([upload, piece]));
      if (fault === 'unheard') return request.socket.destroy();
      answer(response, 204, { 'Upload-Offset': upload.length + piece.length });
    },
    'POST /refuse': (_, response) =>
      response.writeHead(413, { 'Content-Type': 'application/problem+json' }).end(JSON.stringify({ detail: 'Tệp quá lớn.', hint: 'Hãy thu nhỏ.' })),
    'POST /busy': (_, response) => answer(response, 503),
    'POST /elsewhere': (_, response) => answer(response, 201, { Location: 'https://example.org/files/1' }),
  });
  const browser = await launch();
  t.cleanup(() => browser.close());
  const page = await watchedPage(await browser.newContext());
  await page.goto(bench.url);
  await page.evaluate(async () => {
    const { upload } = await import('/tus.js');
    const blob = await (await fetch('/bytes')).blob();
    window.go = async (options = {}, endpoint = '/files') => {
      const log = { locations: [], states: [], highest: 0 };
      // Waiting 1 s and more after each fault is right for people; "online" ends a wait early.
      const hurry = setInterval(() => dispatchEvent(new Event('online')), 20);
      try {
        log.url = await upload({
          endpoint: new URL(endpoint, location.href).href,
          size: blob.size,
          read: (a, b) => blob.slice(a, b).arrayBuffer(),
          onLocation: (url) => void log.locations.push(url && new URL(url).pathname),
          onProgress: (p) => {
            if (log.states.at(-1) !== p.state) log.states.push(p.state);
            log.highest = Math.max(log.highest, p.done);
          },
          ...options,
        });
      } catch (e) {
        log.failed = e;
      } finally {
        clearInterval(hurry);
      }
      return log;
    };
  });
  const arrived = (log) => uploads.get(log.url.split('/').pop()).equals(bytes);

  const plain = await page.evaluate(() => window.go());
  holds(arrived(plain), 'the plain upload differs');
  same(seen.patches, 3, 'pieces of 4 MiB');
  same(plain.locations.length, 1, 'the address is told once');

  faults.push('cut', '503', 'damaged', undefined, 'unheard', 'cut', undefined, '503');
  const rough = await page.evaluate(() => window.go());
  holds(arrived(rough), 'the rough upload differs');
  holds(rough.states.includes('waiting'), 'waiting was never said');
  same(rough.locations.length, 1, 'cuts do not start over');

  faults.push(undefined, 'lost');
  const lost = await page.evaluate(() => window.go());
  holds(arrived(lost), 'the upload after a loss differs');
  holds(lost.locations.length === 3 && lost.locations[1] === null, 'a lost upload is created anew');

  // A reload: the address of an upload begun earlier is gone on with, not begun again.
  const half = randomBytes(8).toString('hex');
  uploads.set(half, bytes.subarray(0, 5_000_000));
  const before = seen.creations;
  const resumed = await page.evaluate((id) => window.go({ location: `/files/${id}` }), half);
  holds(arrived(resumed) && seen.creations === before, 'a begun upload was not resumed');

  const refused = await page.evaluate(() => window.go({}, '/refuse'));
  same([refused.failed.code, refused.failed.message], ['too_large', 'Tệp quá lớn.'], 'a refusal ends it, in its own words');
  const elsewhere = await page.evaluate(() => window.go({}, '/elsewhere'));
  same(elsewhere.failed.code, 'refused', 'an address of another service is refused');
  const stopped = await page.evaluate(() => window.go({ signal: AbortSignal.timeout(50) }, '/busy'));
  same(stopped.failed.code, 'stopped', 'stopping');
  same(complaintsBut(page, /Failed to load resource/), [], 'console');
}
