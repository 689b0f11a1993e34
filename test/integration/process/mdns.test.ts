import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Network } from '../../harness/network/network.ts';
import { Waiting } from '../../harness/waiting.ts';

const ROOT = join(import.meta.dirname, '../../..');
const TIMEOUT_MS = 120_000;
const FOUND_MS = 45_000;

/** Tells the addresses of the hub as they are heard in the network of this address. */
const LISTENER = `
const { Bonjour } = require('bonjour-service');
const bonjour = new Bonjour({ interface: process.argv[1], bind: '0.0.0.0' }, () => undefined);
const browser = bonjour.find({ type: 'mooring' });
for (const event of ['up', 'down'])
	browser.on(event, ({ name, port, addresses }) => {
		const ipv4 = addresses.filter((address) => address.includes('.'));
		console.log(JSON.stringify({ event, name, port, ipv4 }));
	});
setInterval(() => browser.update(), 500);
`;

let network: Network;
let data: string;
const children: ChildProcess[] = [];
beforeEach(() => {
	network = new Network();
	data = mkdtempSync(join(tmpdir(), 'mooring-mdns-'));
});
afterEach(async () => {
	for (const child of children.splice(0)) {
		const gone = new Promise((resolve) => child.once('exit', resolve));
		if (child.kill('SIGKILL')) await gone;
	}
	network.remove();
	rmSync(data, { recursive: true, force: true });
});

/** A program on one of the machines, and the JSON that it prints. */
function run(machine: string, args: string[], env: Record<string, string> = {}) {
	const [program, ...before] = network.on(machine);
	const child = spawn(program!, [...before, process.execPath, ...args], {
		cwd: ROOT,
		env: { ...process.env, ...env },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	children.push(child);
	const lines: Record<string, unknown>[] = [];
	const waiting = new Waiting();
	createInterface({ input: child.stdout }).on('line', (line) => {
		if (!line.startsWith('{')) return;
		lines.push(JSON.parse(line) as Record<string, unknown>);
		waiting.changed();
	});
	const says = (wanted: object) =>
		waiting.until(
			() => lines.some((line) => expect.objectContaining(wanted).asymmetricMatch(line)),
			FOUND_MS,
			() => `never said: ${JSON.stringify(wanted)}\n${lines.map((line) => JSON.stringify(line)).join('\n')}`,
		);
	return { says };
}

const hub = (machine: string) =>
	run(machine, ['dist/hub.js'], { MOORING_DATA: data, MOORING_MDNS: 'on', MOORING_PORT: '8080', MOORING_LOG: 'info' });
const listener = (machine: string, lan: number) => run(machine, ['-e', LISTENER, `10.91.${lan}.2`]);
const heardIn = (lan: number) => ({ event: 'up', name: 'Mooring', port: 8080, ipv4: [`10.91.${lan}.1`] });

describe('a hub in several networks without a router', () => {
	it(
		'is found in each by its address there, also in one that comes while it runs, and the log says in which',
		async ({ skip }) => {
			skip(!Network.canBe(), 'networks of its own take root and iproute2 (Debian: apt-get install iproute2)');
			const [home, kitchen, cellar, garden] = Array.from({ length: 4 }, () => network.machine()) as [
				string,
				string,
				string,
				string,
			];
			network.connect(home, kitchen, 'lan1', 1);
			network.connect(home, cellar, 'lan2', 2);
			const { says } = hub(home);
			await says({ msg: 'announced on the network', interfaces: ['lan1 10.91.1.1', 'lan2 10.91.2.1'] });
			await listener(kitchen, 1).says(heardIn(1));
			await listener(cellar, 2).says(heardIn(2));
			network.connect(home, garden, 'lan3', 3);
			await says({ found: ['lan3 10.91.3.1'], lost: [] });
			await listener(garden, 3).says(heardIn(3));
			network.cut(home, 'lan1');
			await says({ found: [], lost: ['lan1 10.91.1.1'] });
			await says({ msg: 'announced on the network', interfaces: ['lan2 10.91.2.1', 'lan3 10.91.3.1'] });
			await listener(cellar, 2).says(heardIn(2));
		},
		TIMEOUT_MS,
	);
});
