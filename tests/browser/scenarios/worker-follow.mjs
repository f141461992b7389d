// web/network.js: one stream a browser, nothing lost or doubled through cuts, polling when streams die.
import { launch, watchedPage, complaintsBut } from '../lib/browser.mjs';
import { bodyOf, holds, same, workbench } from '../lib/workbench.mjs';

export const name = 'events arrive once and in order through cuts, and two tabs share one stream';
export const ways = ['firefox'];

export async function run(t) {
  let count = 0; // events that exist
  let streams = new Set();
  let mode = 'stream';
  const seen = { streams: 0, polls: 0, capabilities: null };
  const item = (n) => ({ number: '482177305916', n });
  const send = (response, n) => response.write(`id: ${n}\nevent: event\ndata: ${JSON.stringify(item(n))}\n\n`);
  /** The line goes down in the middle of an event. */
  const truncate = () => {
    for (const response of streams) response.write(`id: ${count + 9}\nevent: event\ndata: {"number":"48217`);
    bench.cut();
  };
  const grow = (by) => {
    for (let n = 0; n < by; n++) {
      count++;
      for (const response of streams) send(response, count);
    }
  };
  const bench = await workbench(t, {
    'POST /follow': async (request, response) => {
      seen.capabilities = JSON.parse(await bodyOf(request)).capabilities;
      const last = Number(request.headers['last-event-id'] ?? 0);
      if (request.headers.accept === 'application/json') {
        seen.polls++;
        const events = [];
        for (let n = last + 1; n <= count; n++) events.push({ id: n, ...item(n) });
        return response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ events, last: count, more: false }));
      }
      seen.streams++;
      if (mode === 'broken') return request.socket.destroy();
      response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
      response.write(': open\n\n');
      for (let n = last + 1; n <= count; n++) send(response, n);
      streams.add(response);
      response.on('close', () => streams.delete(response));
    },
  });
  const browser = await launch();
  t.cleanup(() => browser.close());
  const context = await browser.newContext();
  const open = async () => {
    const page = await watchedPage(context);
    await page.goto(bench.url);
    await page.evaluate(async () => {
      const { createFollowStream } = await import('/network.js');
      window.got = [];
      window.states = [];
      window.follow = createFollowStream({
        url: new URL('/follow', location.href).href,
        capabilities: ['0'.repeat(32)],
        onEvent: (e) => {
          window.got.push(e.n);
          window.atEvent = window.states.at(-1);
        },
        onState: (s, asOf) => window.states.push([s, asOf]),
      });
    });
    return page;
  };
  const until = (page, n) => page.waitForFunction((wanted) => window.got.length >= wanted, n, { timeout: 20_000 });
  const hurry = (page) => page.evaluate(() => void setInterval(() => dispatchEvent(new Event('online')), 50));

  grow(3);
  const first = await open();
  await until(first, 3);
  grow(2);
  await until(first, 5);
  await hurry(first);
  for (let cut = 0; cut < 5; cut++) {
    cut % 2 ? bench.cut() : truncate();
    grow(3);
    await until(first, 8 + 3 * cut);
  }
  same(await first.evaluate(() => window.got), Array.from({ length: 20 }, (_, n) => n + 1), 'events');
  holds((await first.evaluate(() => window.states)).some(([s]) => s === 'waiting'), 'waiting was said');
  same(seen.capabilities, ['0'.repeat(32)], 'capabilities in the body');

  const second = await open();
  await until(second, 20);
  same(streams.size, 1, 'streams of two tabs');
  const polls = seen.polls;
  grow(1);
  await until(first, 21);
  await until(second, 21); // at once, because the first tab says so: a poll is due in 20 s and more
  holds(seen.polls > polls && streams.size === 1, 'the second tab polled');

  await first.close();
  await second.waitForFunction(() => true);
  for (let n = 0; streams.size !== 1 && n < 100; n++) await new Promise((r) => setTimeout(r, 50));
  same(streams.size, 1, 'the second tab took the stream over');

  mode = 'broken';
  await hurry(second);
  bench.cut();
  grow(1);
  await until(second, 22);
  same(await second.evaluate(() => window.got), Array.from({ length: 22 }, (_, n) => n + 1), 'events while streams break');
  const state = await second.evaluate(() => window.atEvent);
  same(state[0], 'live', 'polling counts as live');
  holds(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(state[1]), 'as of');

  await second.evaluate(() => window.follow.stop());
  const asked = seen.streams + seen.polls;
  grow(1);
  await second.waitForTimeout(300);
  same(seen.streams + seen.polls, asked, 'requests after stop');
  same(complaintsBut(second, /Failed to load resource/), [], 'console');
}
