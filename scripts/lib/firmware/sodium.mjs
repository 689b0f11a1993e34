import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { sodiumFolder } from './library-sources.mjs';
import { at } from '../root.mjs';
import { capture } from '../run.mjs';

/** The hub's libsodium: the functions that `hub/link/sodium.c` calls, as WebAssembly within a TypeScript module. */
export const SODIUM_MODULE = 'hub/link/sodium-wasm.ts';
const TOOLS = ['clang', 'lld', 'wasi-libc', 'libclang-rt-dev-wasm32'];

const PARTS = [
	'crypto_aead/chacha20poly1305/sodium/aead_chacha20poly1305.c',
	'crypto_auth/hmacsha256/auth_hmacsha256.c',
	'crypto_hash/sha256/cp/hash_sha256_cp.c',
	'crypto_onetimeauth/poly1305/donna/poly1305_donna.c',
	'crypto_onetimeauth/poly1305/onetimeauth_poly1305.c',
	'crypto_stream/chacha20/ref/chacha20_ref.c',
	'crypto_stream/chacha20/stream_chacha20.c',
	'crypto_verify/sodium/verify.c',
	'sodium/utils.c',
];
const FLAGS = [
	'--target=wasm32-wasi',
	...['-O3', '-flto', '-mbulk-memory', '-msign-ext', '-fno-strict-aliasing', '-fno-strict-overflow'],
	...['CONFIGURED', 'NATIVE_LITTLE_ENDIAN', 'HAVE_EXPLICIT_BZERO'].map((name) => `-D${name}=1`),
	...['-D_WASI_EMULATED_SIGNAL', '-Wno-unknown-pragmas', '-nostartfiles'],
	...['--no-entry', '--gc-sections', '--strip-all', '--stack-first', '-z', 'stack-size=16384'].map(
		(flag) => `-Wl,${flag}`,
	),
];

/**
 * @returns {Promise<{ missing: string } | { missing?: undefined, madeFrom: string, text: string }>} what is missing here;
 * or the module, and the versions that its first line names
 */
export async function compileSodium() {
	const source = sodiumFolder();
	if (!source) return { missing: 'the sources of libsodium' };
	const clang = /clang version ([\d.]+)/.exec((await capture('clang', ['--version'])).output)?.[1];
	if (!clang || (await capture('wasm-ld', ['--version'])).code !== 0 || !existsSync('/usr/include/wasm32-wasi'))
		return { missing: `the Debian packages ${TOOLS.join(', ')}` };
	const folder = dirname(dirname(source));
	const file = at('.cache/sodium.wasm');
	mkdirSync(at('.cache'), { recursive: true });
	const include = ['include', 'include/sodium'].map((path) => `-I${join(source, path)}`);
	const paths = [at('hub/link/sodium.c'), ...PARTS.map((path) => join(source, path))];
	const { code, output } = await capture('clang', [...FLAGS, ...include, ...paths, '-o', file]);
	if (code !== 0) throw new Error(`hub/link/sodium.c cannot be compiled:\n${output}`);
	const madeFrom = `${basename(folder)} by clang ${clang}`;
	// The licence has to go wherever the code goes: a bundler keeps a comment that begins like this.
	const licence = readFileSync(join(folder, 'LICENSE'), 'utf8').trim().replace('/*', '/*!\n * libsodium\n *');
	const base64 = readFileSync(file).toString('base64');
	const text = `// Generated from ${madeFrom}: npm run generate:sodium\n${licence}\nexport const SODIUM_WASM =\n\t'${base64}';\n`;
	return { madeFrom, text };
}
