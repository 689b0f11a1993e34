import { execFileSync, spawnSync } from 'node:child_process';

/** Answers each question for a passphrase on a terminal of its own, then prints what the command wrote. */
const ON_A_TERMINAL = `
import os, pty, sys
passphrase, command = sys.argv[1], sys.argv[2:]
child, terminal = pty.fork()
if child == 0:
    os.execvp(command[0], command)
said = everything = b''
while True:
    try:
        piece = os.read(terminal, 1024)
    except OSError:
        break
    if not piece:
        break
    said += piece
    everything += piece
    if said.rstrip().endswith(b':') and b'assphrase' in said:
        os.write(terminal, passphrase.encode() + b'\\n')
        said = b''
sys.stdout.buffer.write(everything)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
`;

export function hasAge(): boolean {
	return ['age', 'python3'].every((program) => spawnSync(program, ['--version']).status === 0);
}

/** Runs Debian's age, which asks for this passphrase. Throws if it fails. */
export function age(passphrase: string, ...args: string[]): string {
	return onTerminal(passphrase, ['age', ...args]);
}

/** Runs a command that asks for this passphrase; returns what it wrote to its terminal. */
export function onTerminal(passphrase: string, command: string[], env: Record<string, string> = {}): string {
	return execFileSync('python3', ['-c', ON_A_TERMINAL, passphrase, ...command], {
		stdio: 'pipe',
		env: { ...process.env, ...env },
	}).toString();
}
