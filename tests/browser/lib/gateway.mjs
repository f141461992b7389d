// A real gateway in a folder of its own: ./serve.py, started, killed and restarted as a scenario needs.
import { spawn, execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import os from 'node:os';
import path from 'node:path';
import { root } from './parts.mjs';

const run = promisify(execFile);
const START_MS = 30_000;

/** A TCP port that is free now. A gateway that restarts must come back on the same one. */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

export class Gateway {
  /** Starts ./serve.py on a fresh data folder; resolves when it says it is ready. */
  static async start(extra = []) {
    const gateway = new Gateway();
    gateway.data = await mkdtemp(path.join(os.tmpdir(), 'motcua-gateway-'));
    gateway.port = await freePort();
    gateway.extra = extra.includes('--witnesses') ? extra : ['--witnesses', 'none', ...extra];
    await gateway.up();
    return gateway;
  }

  get url() {
    return `http://127.0.0.1:${this.port}`;
  }

  up() {
    this.output = '';
    const [program, ...first] = this.command();
    this.child = spawn(
      program,
      [...first, '--no-setup', '--port', String(this.port), '--data', this.data, ...this.extra],
      { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`the gateway did not start:\n${this.output}`)), START_MS);
      const read = (chunk) => {
        this.output += chunk;
        if (/motcua: ready at/.test(this.output)) {
          clearTimeout(timer);
          resolve();
        }
      };
      this.child.stdout.on('data', read);
      this.child.stderr.on('data', read);
      this.child.once('exit', (code) => {
        clearTimeout(timer);
        reject(new Error(`the gateway ended with ${code}:\n${this.output}`));
      });
    });
  }

  /** serve.py, by the clock that was set: `hours` are added to the time, of the gateway and of its desks. */
  command() {
    return this.hours ? [path.join(root, 'tests/browser/lib/other_clock.py'), String(this.hours)] : [path.join(root, 'serve.py')];
  }

  /** Ends the process: SIGTERM as an operator would, SIGKILL as a power cut would. */
  async down(signal = 'SIGTERM') {
    if (!this.child || this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill(signal);
    await gone;
  }

  async close() {
    await this.down();
    await rm(this.data, { recursive: true, force: true });
  }

  officerFile(name) {
    return path.join(this.data, 'officers', name);
  }

  /** ./serve.py desk …, as the officer of a unit types it. */
  async desk(unit, verb, ...args) {
    const [program, ...first] = this.command();
    const { stdout } = await run(
      program,
      [...first, 'desk', verb, '--api', this.url, '--keys', this.officerFile(`unit-${unit}.keys.json`), ...args],
      { cwd: root, maxBuffer: 64 << 20 },
    );
    return stdout;
  }
}
