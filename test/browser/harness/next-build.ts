import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const BUILT = join(import.meta.dirname, '../../../build/dashboard');
/** A file of the build with a hash of its content in its name. */
const HASHED = /^_app\/immutable\/.*\.js$/;

/**
 * Copies the built dashboard as the next version of the hub would have it: another version, and other names of all scripts.
 * Returns the folder, which the caller removes.
 */
export function nextBuild(): string {
	const folder = mkdtempSync(join(tmpdir(), 'mooring-next-build-'));
	const paths = readdirSync(BUILT, { recursive: true, encoding: 'utf8' }).filter((path) => /\.[a-z]+$/.test(path));
	const files = paths.filter((path) => !/\.(br|gz)$/.test(path));
	const { version } = JSON.parse(readFileSync(join(BUILT, '_app/version.json'), 'utf8')) as { version: string };
	const scripts = files.filter((path) => HASHED.test(path)).map((path) => basename(path));
	const names = new RegExp(`${version}|${scripts.map((name) => name.replaceAll('.', '\\.')).join('|')}`, 'g');
	const renamed = (text: string) => text.replace(names, (name) => (name === version ? `${version}1` : `n${name}`));
	for (const path of files) {
		const to = join(folder, renamed(path));
		mkdirSync(dirname(to), { recursive: true });
		const bytes = readFileSync(join(BUILT, path));
		writeFileSync(to, /\.(js|html|json)$/.test(path) ? renamed(bytes.toString('utf8')) : bytes);
	}
	return folder;
}
