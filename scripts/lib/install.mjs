import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { nodeHeaders } from './machine.mjs';
import { at } from './root.mjs';
import { capture, environment, npm } from './run.mjs';
import { giveUp, say, showProgress } from './say.mjs';

const STAMP = at('node_modules', '.mooring-lock');
const COMPILING = 'Compiling SQLite for this machine, about two minutes…';

/** Installs the packages of package-lock.json if they are missing, and makes sure that SQLite really loads. */
export async function install() {
	const stamp = wantedStamp();
	if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return;
	if (!installedAsLocked()) await installPackages();
	await checkSqlite();
	writeFileSync(STAMP, stamp);
}

/** What the packages were installed from and for. */
function wantedStamp() {
	const lock = createHash('sha256')
		.update(readFileSync(at('package-lock.json')))
		.digest('hex');
	return `${lock} ${process.platform} ${process.arch} node ${process.versions.modules}\n`;
}

/** Whether npm's own note of what it installed agrees with package-lock.json, as after an `npm ci` by hand. */
function installedAsLocked() {
	const note = at('node_modules', '.package-lock.json');
	if (!existsSync(note)) return false;
	const { packages: installed } = JSON.parse(readFileSync(note, 'utf8'));
	const { packages: locked } = JSON.parse(readFileSync(at('package-lock.json'), 'utf8'));
	return Object.entries(locked).every(
		([path, { version, integrity, optional }]) =>
			path === '' ||
			(installed[path] ? installed[path].version === version && installed[path].integrity === integrity : optional),
	);
}

async function installPackages() {
	rmSync(STAMP, { force: true });
	const done = showProgress(() => (sqliteIsCompiling() ? COMPILING : 'Installing packages…'));
	const { code, output } = await runNpm('ci', '--include=dev', '--no-audit', '--no-fund');
	done();
	if (code === 0) return;
	say(output);
	giveUp(`The packages could not be installed: npm ended with ${code}; its own words are above.`);
}

/** With Node's own headers, if it has them, so that compiling SQLite need not download them. */
function runNpm(...args) {
	const [program, first] = npm();
	const headers = nodeHeaders();
	return capture(program, [...first, ...args], environment(headers ? { npm_config_nodedir: headers } : {}));
}

/** Where no ready binary can be had, node-gyp makes this folder and fills it. */
function sqliteIsCompiling() {
	const build = at('node_modules', 'sqlite3', 'build');
	return (
		existsSync(build) && readdirSync(build).includes('Makefile') && !existsSync(`${build}/Release/node_sqlite3.node`)
	);
}

async function checkSqlite() {
	if (await sqliteLoads()) return;
	const done = showProgress(() => COMPILING);
	const { output } = await runNpm('rebuild', 'sqlite3', '--foreground-scripts');
	done();
	if (await sqliteLoads()) return;
	say(output);
	giveUp('SQLite could not be compiled; it needs python3, make and g++ (Debian: apt-get install python3 make g++).');
}

async function sqliteLoads() {
	return (await capture(process.execPath, ['-e', "require('sqlite3')"])).code === 0;
}
