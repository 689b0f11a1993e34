import { runCommand } from './command-line.ts';

process.exitCode = await runCommand(process.argv.slice(2), process.env, {
	out: (text) => process.stdout.write(`${text}\n`),
	err: (text) => process.stderr.write(`${text}\n`),
});
