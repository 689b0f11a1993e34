import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Bytes of memory that a process really occupies, by the kernel's count (Linux). */
export function residentBytes(pid: number): number {
	const found = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
	if (!found) throw new Error(`The memory of process ${pid} is not known.`);
	return Number(found[1]) * 1_024;
}

/** The least that it occupies within `ms`: what it needs, without garbage that was not collected yet. */
export async function leastResidentBytes(pid: number, ms: number): Promise<number> {
	const until = performance.now() + ms;
	let least = Infinity;
	while (performance.now() < until) {
		least = Math.min(least, residentBytes(pid));
		await sleep(100);
	}
	return least;
}
