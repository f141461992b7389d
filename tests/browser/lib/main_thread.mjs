// How long a page's main thread worked in one go, in processor time: what other programs on the machine take
// is not the page's doing, and a busy machine must not fail a test.

const MARK = 'motcua-trace';

/**
 * Records the page's main thread until `stop()`, which resolves with the tasks of more than `overMs` of
 * processor time as {at, ms}; `at` is on the page's own clock (performance.now()). One recording at a time
 * a browser, and the page must not be left meanwhile.
 */
export async function recordTasks(browser, page, overMs = 50) {
  const cdp = await browser.newBrowserCDPSession();
  const events = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'] },
  });
  const now = await page.evaluate((name) => performance.mark(name).startTime, MARK);
  return {
    async stop() {
      const complete = new Promise((resolve) => { cdp.once('Tracing.tracingComplete', resolve); });
      await cdp.send('Tracing.end');
      await complete;
      await cdp.detach();
      const mark = events.find((e) => e.name === MARK);
      if (!mark) throw new Error('the recording does not show the page');
      return events
        .filter((e) => e.pid === mark.pid && e.tid === mark.tid && e.ph === 'X' && e.tdur > overMs * 1000)
        .filter((e) => e.name.endsWith('RunTask'))
        .map((e) => ({ at: now + (e.ts - mark.ts) / 1000, ms: Math.round(e.tdur / 1000) }));
    },
  };
}
