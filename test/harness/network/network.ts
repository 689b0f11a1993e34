import { execFileSync, spawnSync } from 'node:child_process';

/** Separate networks on this machine: Linux network namespaces, which need root and iproute2 (Debian). */
export class Network {
	static #made = 0;
	readonly #prefix = `mt${process.pid}`;
	readonly #namespaces: string[] = [];

	static canBe(): boolean {
		if (process.getuid?.() !== 0) return false;
		const name = `mt${process.pid}-probe`;
		const { status } = spawnSync('ip', ['netns', 'add', name], { stdio: 'ignore' });
		if (status === 0) spawnSync('ip', ['netns', 'del', name], { stdio: 'ignore' });
		return status === 0;
	}

	/** Adds a machine that has only a loopback interface. */
	machine(): string {
		const name = `${this.#prefix}-${Network.#made++}`;
		ip('netns', 'add', name);
		this.#namespaces.push(name);
		ip('-n', name, 'link', 'set', 'lo', 'up');
		return name;
	}

	/** Connects two machines: the first has the interface `name` with 10.91.`lan`.1, the other has 10.91.`lan`.2. */
	connect(one: string, other: string, name: string, lan: number): void {
		ip('-n', one, 'link', 'add', name, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', other);
		ip('-n', one, 'addr', 'add', `10.91.${lan}.1/24`, 'dev', name);
		ip('-n', other, 'addr', 'add', `10.91.${lan}.2/24`, 'dev', 'eth0');
		ip('-n', one, 'link', 'set', name, 'up');
		ip('-n', other, 'link', 'set', 'eth0', 'up');
	}

	/** Connects this process's own network with a machine: here it is 10.91.`lan`.254, there 10.91.`lan`.1. */
	connectHere(machine: string, lan: number): void {
		const name = `${this.#prefix}h${lan}`;
		ip('link', 'add', name, 'type', 'veth', 'peer', 'name', 'desk', 'netns', machine);
		ip('addr', 'add', `10.91.${lan}.254/24`, 'dev', name);
		ip('-n', machine, 'addr', 'add', `10.91.${lan}.1/24`, 'dev', 'desk');
		ip('link', 'set', name, 'up');
		ip('-n', machine, 'link', 'set', 'desk', 'up');
	}

	/** Gives this network's interface to a machine, where it has this address. */
	move(name: string, machine: string, address: string): void {
		ip('link', 'set', name, 'netns', machine);
		this.address(machine, name, 'add', address);
		this.set(machine, name, 'up');
	}

	address(machine: string, name: string, change: 'add' | 'del', address: string): void {
		ip('-n', machine, 'addr', change, `${address}/24`, 'dev', name);
	}

	set(machine: string, name: string, state: 'up' | 'down'): void {
		ip('-n', machine, 'link', 'set', name, state);
	}

	cut(machine: string, name: string): void {
		ip('-n', machine, 'link', 'del', name);
	}

	/** The command that runs a program on one of them. */
	on(machine: string): string[] {
		return ['nsenter', `--net=/run/netns/${machine}`];
	}

	remove(): void {
		for (const name of this.#namespaces.splice(0)) spawnSync('ip', ['netns', 'del', name], { stdio: 'ignore' });
	}
}

function ip(...args: string[]): void {
	execFileSync('ip', args, { stdio: ['ignore', 'ignore', 'inherit'] });
}
