// Serves web/ as it stands in the source tree, under the gateway's content security policy, for tests of
// the files behind the screens: storage, network, uploads, the sealing worker. `routes` adds answers:
// {"POST /files": (request, response) => …}; a key may end in * to match a prefix.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { root } from './parts.mjs';

const TYPES = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm' };
const policy = (other) =>
  `default-src 'none'; img-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self' ${other}; ` +
  "require-trusted-types-for 'script'; trusted-types motcua";
const PAGE = '<!doctype html><html lang="vi"><meta charset="utf-8"><title>motcua</title><body></body></html>';

const FILES = {
  '/motcua-worker.simd.wasm': 'build/wasm/motcua-worker.wasm',
  '/motcua-worker.scalar.wasm': 'build/wasm-scalar/motcua-worker.wasm',
};

/** The file of the source tree or the build that stands behind a path. */
export function fileOf(pathname) {
  if (FILES[pathname]) return path.join(root, FILES[pathname]);
  if (pathname.startsWith('/npm/')) return path.join(root, 'build/npm/node_modules', pathname.slice(5));
  if (pathname.startsWith('/tests/')) return path.join(root, pathname);
  return path.join(root, 'web', pathname);
}

/** `connect` names another origin that pages may reach. */
export async function workbench(t, routes = {}, { connect = () => '' } = {}) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://x');
    const key = `${request.method} ${pathname}`;
    const own = routes[key] ?? Object.entries(routes).find(([k]) => k.endsWith('*') && key.startsWith(k.slice(0, -1)))?.[1];
    if (own) return own(request, response);
    response.setHeader('Content-Security-Policy', policy(connect()));
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    if (pathname === '/favicon.ico') return response.writeHead(204).end();
    if (pathname === '/') return response.setHeader('Content-Type', 'text/html').end(PAGE);
    const file = fileOf(path.normalize(pathname));
    const found = await stat(file).catch(() => null);
    if (!found?.isFile()) return response.writeHead(404).end();
    response.setHeader('Content-Type', TYPES[path.extname(file)] ?? 'application/octet-stream');
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const sockets = new Set();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  t.cleanup(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${server.address().port}/`, cut: () => sockets.forEach((s) => s.destroy()) };
}

/** The whole body of a request that Node's server got. */
export async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

export function same(actual, expected, what) {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: got ${a?.slice(0, 600)}, wanted ${b?.slice(0, 600)}`);
}

export function holds(condition, what) {
  if (!condition) throw new Error(what);
}
