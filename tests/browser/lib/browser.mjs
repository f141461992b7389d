// A Chromium that behaves the same on every machine, and a page that fails its scenario when it complains.
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { chromium, firefox, axeSource } from './parts.mjs';
import { readFileSync } from 'node:fs';

const FLAGS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const SIZES = {
  desktop: { width: 1280, height: 900 },
  kioskPortrait: { width: 1080, height: 1920 },
  kioskLandscape: { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
};

/** How the scenario that runs is to be run; run.mjs sets it. `plain`: in page mode. */
export const way = { engine: 'chromium', plain: false, hands: 'mouse' };

/** The browser of the way; with options always Chromium. */
export async function launch(options) {
  if (!options && way.engine === 'firefox') return launchFirefox();
  return chromium.launch({ executablePath: '/usr/bin/chromium', ...options, args: [...FLAGS, ...(options?.args ?? [])] });
}

/** Why Debian's Firefox cannot be driven here, or nothing: an installation without Debian's security updates has an older one. */
export function firefoxTooOld() {
  const first = 143; // knows network.addDataCollector, without which the driver does not begin
  const version = execFileSync('/usr/bin/firefox-esr', ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString();
  const found = Number(version.match(/(\d+)\./)?.[1] ?? 0);
  return found < first ? `this Firefox is ${found}; the driver needs ${first} (hint: Debian's security updates have a newer one)` : '';
}

/** Debian's Firefox, driven through WebDriver BiDi: the driver's own patched one cannot be had everywhere. */
const FIREFOX = { channel: 'moz-firefox', executablePath: '/usr/bin/firefox-esr' };

export async function launchFirefox() {
  return firefox.launch(FIREFOX);
}

/** A profile on disk, for what must survive a closed browser. Returns {context, close}. */
export async function profile(size = SIZES.desktop) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'motcua-profile-'));
  const look = { viewport: size, locale: 'vi-VN' };
  const context =
    way.engine === 'firefox'
      ? await firefox.launchPersistentContext(folder, { ...look, ...FIREFOX })
      : await chromium.launchPersistentContext(folder, { ...look, executablePath: '/usr/bin/chromium', args: FLAGS });
  return { context, close: async () => { await context.close(); await rm(folder, { recursive: true, force: true }); } };
}

/** A page that remembers every console message and every uncaught error. */
export async function watchedPage(context) {
  const page = await context.newPage();
  page.complaints = [];
  page.on('console', (message) => page.complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => page.complaints.push(`uncaught: ${error.message}`));
  return page;
}

/** Where Firefox has no WebGL it says so once; the page mode then carries the job. */
const FIREFOX_SAYS = /WebGL|GPU|glxtest/i;

/** Network losses that a scenario causes itself print a line each; nothing else may. */
export function complaintsBut(page, allowed = /$^/) {
  const own = way.engine === 'firefox' ? FIREFOX_SAYS : /$^/;
  return page.complaints.filter((line) => !allowed.test(line) && !own.test(line));
}

const AXE = readFileSync(axeSource, 'utf8');
const AXE_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page as it is now: one line a finding, empty when there is nothing. */
export async function axeFindings(page, options = {}) {
  // Through the debugger, not a <script>: the page's own CSP stays untouched.
  await page.evaluate(AXE);
  const rules = options.painted ? { 'color-contrast': { enabled: false } } : {};
  const result = await page.evaluate(
    ([tags, off]) => window.axe.run(document, { runOnly: { type: 'tag', values: tags }, rules: off }),
    [AXE_RULES, rules],
  );
  return result.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 160)}: ${n.failureSummary}`));
}
