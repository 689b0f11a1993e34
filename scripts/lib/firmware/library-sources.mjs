import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at } from '../root.mjs';
import { capture } from '../run.mjs';

/** Debian has binaries of these only for this machine. For others they are compiled from the source packages. */
const PACKAGES = ['libsodium', 'nanopb'];
/** The files of libsodium that a board's crypto needs. */
export const SODIUM = [
	'crypto_aead/chacha20poly1305/sodium/aead_chacha20poly1305.c',
	'crypto_core/ed25519/ref10/ed25519_ref10.c',
	'crypto_hash/sha256/cp/hash_sha256_cp.c',
	'crypto_onetimeauth/poly1305/donna/poly1305_donna.c',
	'crypto_onetimeauth/poly1305/onetimeauth_poly1305.c',
	'crypto_scalarmult/crypto_scalarmult.c',
	'crypto_scalarmult/curve25519/ref10/x25519_ref10.c',
	'crypto_scalarmult/curve25519/scalarmult_curve25519.c',
	'crypto_stream/chacha20/ref/chacha20_ref.c',
	'crypto_stream/chacha20/stream_chacha20.c',
	'crypto_verify/sodium/verify.c',
];
export const SODIUM_FLAGS = ['-DCONFIGURED=1', '-Wno-unknown-pragmas'];
export const NANOPB = ['pb_common.c', 'pb_decode.c', 'pb_encode.c'];

const FOLDER = at('.cache/firmware/chips/sources');

export function sodiumFolder() {
	const folder = sourceFolder('libsodium');
	return folder && join(folder, 'src/libsodium');
}

export function nanopbFolder() {
	return sourceFolder('nanopb');
}

/**
 * Uses package lists of its own, so that the machine's do not change.
 * @returns {Promise<string | undefined>} why it failed
 */
export async function fetchSources() {
	if (PACKAGES.every((name) => sourceFolder(name))) return undefined;
	const why = `the source packages ${PACKAGES.join(' and ')} could not be fetched`;
	const list = '/etc/apt/sources.list.d/debian.sources';
	if (!existsSync(list)) return why;
	rmSync(FOLDER, { recursive: true, force: true });
	mkdirSync(join(FOLDER, 'lists/partial'), { recursive: true });
	writeFileSync(join(FOLDER, 'src.sources'), readFileSync(list, 'utf8').replace(/^Types:.*$/gm, 'Types: deb-src'));
	const options = ['sourcelist', 'sourceparts'].flatMap((name) => [
		'-o',
		`Dir::Etc::${name}=${name === 'sourcelist' ? join(FOLDER, 'src.sources') : '-'}`,
	]);
	const apt = ['-o', `Dir::State::lists=${join(FOLDER, 'lists')}`, ...options];
	await capture('apt-get', [...apt, 'update']);
	await capture('sh', [
		'-c',
		`cd '${FOLDER}' && apt-get "$@" source --download-only ${PACKAGES.join(' ')}`,
		'sh',
		...apt,
	]);
	for (const name of readdirSync(FOLDER))
		if (/\.orig\.tar\.\w+$/.test(name)) await capture('tar', ['-xf', join(FOLDER, name), '-C', FOLDER]);
	return PACKAGES.every((name) => sourceFolder(name)) ? undefined : why;
}

function sourceFolder(name) {
	const found = existsSync(FOLDER) && readdirSync(FOLDER).find((entry) => new RegExp(`^${name}-[\\d.]+$`).test(entry));
	return found ? join(FOLDER, found) : undefined;
}
