import { askHidden } from './backup/passphrase/ask-hidden.ts';
import { runCommand } from './command-line.ts';

// A reader such as `head` closes the pipe early, which is not a failure.
process.stdout.on('error', () => process.exit());
process.exitCode = await runCommand(process.argv.slice(2), process.env, {
	out: (text) => process.stdout.write(`${text}\n`),
	err: (text) => process.stderr.write(`${text}\n`),
	ask: askHidden,
});
