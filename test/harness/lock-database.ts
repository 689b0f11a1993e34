import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const PROGRAM = `
const { Database } = require('sqlite3');
const db = new Database(process.argv[1]);
db.exec('BEGIN IMMEDIATE', (error) => console.log(error ? error.message : 'locked'));
setInterval(() => undefined, 1_000);
`;

/** Starts another program that holds the database's write lock until unlock(). */
export async function lockDatabase(file: string): Promise<{ unlock(): Promise<void> }> {
	const child: ChildProcess = spawn(process.execPath, ['-e', PROGRAM, file], { stdio: ['ignore', 'pipe', 'inherit'] });
	const [line] = (await once(createInterface({ input: child.stdout! }), 'line')) as [string];
	if (line !== 'locked') throw new Error(`The database could not be locked: ${line}`);
	return {
		async unlock() {
			const gone = child.exitCode ?? child.signalCode ?? once(child, 'exit');
			child.kill('SIGKILL');
			await gone;
		},
	};
}
