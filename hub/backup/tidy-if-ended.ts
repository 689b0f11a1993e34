import { constants } from 'node:os';

/** What ends a command: Ctrl-C, kill, and a closed terminal. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** A shell's exit code for a process that a signal ended is this and the signal's number. */
const BY_SIGNAL = 128;

/** Runs `work`; a signal that ends this process meanwhile removes first what it wrote and nobody else should find. */
export async function tidyIfEnded<T>(work: () => Promise<T>, tidy: () => void): Promise<T> {
	const end = (signal: (typeof SIGNALS)[number]) => {
		try {
			tidy();
		} finally {
			process.exit(BY_SIGNAL + constants.signals[signal]);
		}
	};
	for (const signal of SIGNALS) process.once(signal, end);
	try {
		return await work();
	} finally {
		for (const signal of SIGNALS) process.off(signal, end);
	}
}
