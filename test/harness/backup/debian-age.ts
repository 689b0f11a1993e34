import { execFileSync, spawnSync } from 'node:child_process';

/** Answers the questions of `age` on a terminal of its own: it takes no passphrase in another way. */
const ON_A_TERMINAL = `
import os, pty, sys
passphrase, command = sys.argv[1], sys.argv[2:]
child, terminal = pty.fork()
if child == 0:
    os.execvp(command[0], command)
said = b''
while True:
    try:
        piece = os.read(terminal, 1024)
    except OSError:
        break
    if not piece:
        break
    said += piece
    if said.rstrip().endswith(b':') and b'assphrase' in said:
        os.write(terminal, passphrase.encode() + b'\\n')
        said = b''
sys.stdout.buffer.write(said)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
`;

export function hasAge(): boolean {
	return ['age', 'python3'].every((program) => spawnSync(program, ['--version']).status === 0);
}

/** Runs Debian's age, which asks for this passphrase. Throws if it fails. */
export function age(passphrase: string, ...args: string[]): string {
	return execFileSync('python3', ['-c', ON_A_TERMINAL, passphrase, 'age', ...args], { stdio: 'pipe' }).toString();
}
