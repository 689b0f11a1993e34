import { runCommand } from './command-line.ts';

// Whoever reads only the first lines closes the pipe: that is no failure.
process.stdout.on('error', () => process.exit());
process.exitCode = await runCommand(process.argv.slice(2), process.env, {
	out: (text) => process.stdout.write(`${text}\n`),
	err: (text) => process.stderr.write(`${text}\n`),
});
