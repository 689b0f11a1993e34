import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { ROOT, at } from './root.mjs';

/** For child processes: programs of the installed packages come first on the path. */
export function environment(extra = {}) {
	return { ...process.env, PATH: `${at('node_modules', '.bin')}${delimiter}${process.env.PATH}`, ...extra };
}

/**
 * Runs a program and keeps what it prints. A signal ends both.
 * @returns {Promise<{ code: number, output: string }>} code 127 if it cannot be started
 */
export function capture(program, args, env = environment()) {
	return new Promise((resolve) => {
		const child = spawn(program, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'], shell: isScript(program) });
		let output = '';
		const end = (signal) => {
			child.kill(signal);
			process.exit(1);
		};
		process.on('SIGINT', end).on('SIGTERM', end);
		child.stdout.on('data', (chunk) => (output += chunk));
		child.stderr.on('data', (chunk) => (output += chunk));
		const settle = (result) => {
			process.off('SIGINT', end).off('SIGTERM', end);
			resolve(result);
		};
		child.once('error', (error) => settle({ code: 127, output: error.message }));
		child.once('close', (code) => settle({ code: code ?? 1, output }));
	});
}

/** Runs a program on this terminal, passing signals on. @returns {Promise<number>} its exit code */
export function show(program, args, env = environment()) {
	return new Promise((resolve) => {
		const child = spawn(program, args, { cwd: ROOT, env, stdio: 'inherit', shell: isScript(program) });
		const pass = (signal) => child.kill(signal);
		process.on('SIGINT', pass).on('SIGTERM', pass);
		child.once('error', (error) => {
			process.stderr.write(`${program} cannot be started: ${error.message}\n`);
			resolve(127);
		});
		child.once('close', (code) => {
			process.off('SIGINT', pass).off('SIGTERM', pass);
			resolve(code ?? 1);
		});
	});
}

/** The npm that started this, or the one on the path. @returns {[string, string[]]} program and first arguments */
export function npm() {
	const own = process.env.npm_execpath;
	return own?.endsWith('npm-cli.js') ? [process.execPath, [own]] : ['npm', []];
}

/** On Windows, npm is a script that only a shell can start. */
function isScript(program) {
	return process.platform === 'win32' && program !== process.execPath;
}
