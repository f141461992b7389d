// web/backoff.js and who waits by it: browsers that were cut off in one moment do not come back in one.
import { launch, watchedPage, complaintsBut } from '../lib/browser.mjs';
import { holds, same, workbench } from '../lib/workbench.mjs';

export const name = 'thousands that were cut off at once come back one by one, and never before they were asked to';
export const ways = ['firefox'];

const MANY = 20_000;
const TENTHS = 10;

/** That so many waits fill the time from `least` to `most` evenly. */
function spread(waits, least, most, what) {
  const width = (most - least) / TENTHS;
  const tenths = new Array(TENTHS).fill(0);
  for (const wait of waits) {
    holds(wait >= least && wait <= most, `${what}: ${wait} is not within ${least} to ${most}`);
    tenths[Math.min(Math.floor((wait - least) / width), TENTHS - 1)]++;
  }
  const share = waits.length / TENTHS;
  holds(tenths.every((n) => n > share * 0.8 && n < share * 1.2), `${what}: uneven: ${tenths}`);
}

export async function run(t) {
  let mode = 'asked';
  const seen = { streams: 0, polls: 0, answered: 0 };
  const busy = (response) => response.writeHead(503, { 'Retry-After': '30' }).end();
  const bench = await workbench(t, {
    'POST /files': (_, response) => busy(response),
    'POST /follow': (request, response) => {
      const polls = request.headers.accept === 'application/json';
      seen[polls ? 'polls' : 'streams']++;
      if (mode === 'asked') return busy(response);
      if (mode === 'away' || (mode === 'held' && !polls)) return request.socket.destroy();
      if (polls) {
        seen.answered++;
        return response.setHeader('Content-Type', 'application/json').end('{"events":[],"last":0,"more":false}');
      }
      response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(': open\n\n');
    },
  });
  const browser = await launch();
  t.cleanup(() => browser.close());
  const page = await watchedPage(await browser.newContext());
  await page.goto(bench.url);

  const draws = (attempt, asked) =>
    page.evaluate(async ([attempt, asked, many]) => {
      const { pauseBefore } = await import('/backoff.js');
      return Array.from({ length: many }, () => pauseBefore(attempt, asked));
    }, [attempt, asked, MANY]);
  for (const [attempt, ceiling] of [[1, 1000], [2, 2000], [4, 8000], [7, 60_000], [50, 60_000]]) {
    spread(await draws(attempt), ceiling / 10, ceiling, `try ${attempt}`);
  }
  spread(await draws(1, 30_000), 30_000 + 1500, 45_000, 'asked to wait for 30 s');
  spread(await draws(7, 5000), 5000 + 6000, 65_000, 'asked to wait for 5 s, at the seventh try');
  spread(await draws(1, 300), 300 + 100, 1300, 'asked to wait for a moment');

  // What the page waits for. Every wait is over at once, and told.
  await page.evaluate(async () => {
    window.waits = [];
    const wait = window.setTimeout;
    window.setTimeout = (f, ms) => wait(f, ms > 50 && ms !== 30_000 && ms !== 50_000 ? (window.waits.push(ms), 20) : ms);
    window.states = [];
    const { createFollowStream } = await import('/network.js');
    window.follow = createFollowStream({
      url: new URL('/follow', location.href).href,
      capabilities: ['0'.repeat(32)],
      onEvent: () => {},
      onState: (s) => window.states.push(s),
    });
  });
  const waited = async (many, what) => {
    const waits = await page.waitForFunction((n) => window.waits.length >= n && window.waits, many, { timeout: 20_000 });
    const all = await waits.jsonValue();
    holds(all.slice(0, many).every((ms) => ms > 31_000), `${what}: ${all.slice(0, many)}`);
    holds(new Set(all.slice(0, many).map(Math.round)).size > 1, `${what} are all the same`);
  };
  await waited(8, 'waits of a stream that was asked for 30 s, and of the polls after it');

  mode = 'away';
  const before = seen.polls;
  for (let n = 0; seen.polls < before + 5 && n < 200; n++) await page.waitForTimeout(50);
  holds(seen.polls >= before + 5, 'nobody asks for a gateway that is away');
  const { streams } = seen;
  mode = 'back';
  await page.waitForFunction(() => window.states.at(-1) === 'live', null, { timeout: 20_000 });
  for (let n = 0; seen.streams === streams && n < 100; n++) await page.waitForTimeout(50);
  same([seen.streams - streams, seen.answered], [1, 1], 'streams and polls once it is back');

  mode = 'held';
  bench.cut();
  for (let n = 0; seen.answered < 5 && n < 200; n++) await page.waitForTimeout(50);
  holds(seen.answered >= 5, 'no polls while streams are held back');
  await page.evaluate(() => window.follow.stop());

  const sending = page.evaluate(async () => {
    window.waits = [];
    const { upload } = await import('/tus.js');
    const stop = (window.stop = new AbortController());
    const file = { size: 10, read: () => new ArrayBuffer(10) };
    return upload({ endpoint: new URL('/files', location.href).href, ...file, signal: stop.signal }).catch((e) => e.code);
  });
  await waited(3, 'waits of an upload that was asked for 30 s');
  await page.evaluate(() => window.stop.abort());
  same(await sending, 'stopped', 'the upload');
  same(complaintsBut(page, /Failed to load resource/), [], 'console');
}
